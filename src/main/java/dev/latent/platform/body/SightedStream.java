package dev.latent.platform.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** A body whose first bytes have been looked at and are read all the same. */
final class SightedStream extends ServletInputStream {
    private final byte[] head;
    private final SequenceInputStream all;
    private boolean finished;

    private SightedStream(InputStream rest, byte[] head) {
        this.head = head;
        all = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }

    static SightedStream of(InputStream body, int bytes) throws IOException {
        return new SightedStream(body, body.readNBytes(bytes));
    }

    byte[] head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        int value = all.read();
        finished |= value < 0;
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = all.read(bytes, offset, length);
        finished |= count < 0;
        return count;
    }

    @Override
    public boolean isFinished() {
        return finished;
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
