package dev.latent.image;

import javax.imageio.stream.ImageInputStreamImpl;

/** The bytes of a picture's file for its reader, which is told how many they are: one of TIFF asks before it takes memory. */
final class PictureBytes extends ImageInputStreamImpl {
    private final byte[] bytes;

    PictureBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        bitOffset = 0;
        if (length > 0 && streamPos >= bytes.length) {
            return -1;
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }
}
