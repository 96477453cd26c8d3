package dev.latent.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a stream to its end and keeps the last of it. */
final class OutputTail implements Runnable {
    private static final int KEPT = 4096;

    private final InputStream output;
    private final byte[] ring = new byte[KEPT];
    private long read;

    OutputTail(InputStream output) {
        this.output = output;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[KEPT];
        try (output) {
            for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                keep(buffer, n);
            }
        } catch (IOException e) {
            // the process is gone, and so is the rest
        }
    }

    private synchronized void keep(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (read++ % KEPT)] = bytes[i];
        }
    }

    synchronized String text() {
        int length = (int) Math.min(read, KEPT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((read - length + i) % KEPT)];
        }
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }
}
