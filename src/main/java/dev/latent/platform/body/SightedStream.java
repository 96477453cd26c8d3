package dev.latent.platform.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;

/** A body whose first bytes have been looked at and are read all the same. */
final class SightedStream extends ServletInputStream {
    private final ServletInputStream rest;
    private final byte[] head;
    private final SequenceInputStream all;

    private SightedStream(ServletInputStream rest, byte[] head) {
        this.rest = rest;
        this.head = head;
        all = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    static SightedStream of(ServletInputStream body, int bytes) throws IOException {
        return new SightedStream(body, body.readNBytes(bytes));
    }

    byte[] head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        return all.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return all.read(bytes, offset, length);
    }

    @Override
    public boolean isFinished() {
        return rest.isFinished();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("bodies are read as they come");
    }
}
