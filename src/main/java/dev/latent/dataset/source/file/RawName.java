package dev.latent.dataset.source.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names of which only the bytes are known. */
final class RawName {
    /** Every byte is a character of its own in it, so different names stay different. */
    private static final Charset CODE_PAGE = Charset.forName("IBM437");

    private RawName() {}

    /** As UTF-8 where it is that, else in the code page of the first PCs. */
    static String decode(byte[] name) {
        return utf8(name).orElseGet(() -> codePage(name));
    }

    /** Empty where the bytes are no UTF-8. */
    static Optional<String> utf8(byte[] name) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String codePage(byte[] name) {
        return new String(name, CODE_PAGE);
    }
}
