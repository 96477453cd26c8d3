package dev.latent.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** The bytes of a picture's file for its reader, which is told how many they are: one of TIFF asks before it takes memory. */
final class PictureBytes extends ImageInputStreamImpl {
    private final byte[] bytes;

    /** A reader of WebP goes on for minutes after the end, one exception a pixel. */
    private static final int MOST_BEYOND = 64;

    private int beyond;

    PictureBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : end();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length > 0 && streamPos >= bytes.length) {
            return end();
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private int end() throws IOException {
        if (++beyond > MOST_BEYOND) {
            throw new IOException("the file ends too early");
        }
        return -1;
    }
}
