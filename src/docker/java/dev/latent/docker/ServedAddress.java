package dev.latent.docker;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the service of a home answers, as it wrote into {@code server.json} when it began to listen. */
final class ServedAddress {
    private static final String FILE = "server.json";
    private static final String MARK = "\"address\":\"";

    private ServedAddress() {}

    /** @throws IOException if the service does not listen yet */
    static URI in(Path home) throws IOException {
        String holder = Files.readString(home.resolve(FILE));
        int start = holder.indexOf(MARK) + MARK.length();
        if (start < MARK.length()) {
            throw new IOException("the service does not listen yet");
        }
        return reachable(URI.create(holder.substring(start, holder.indexOf('"', start))));
    }

    /** Every address is none to call. */
    private static URI reachable(URI address) {
        boolean every = address.getHost().equals("0.0.0.0") || address.getHost().equals("[::]");
        return every ? URI.create("http://127.0.0.1:" + address.getPort()) : address;
    }
}
