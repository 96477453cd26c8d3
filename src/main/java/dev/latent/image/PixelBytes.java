package dev.latent.image;

/** Unsigned values of 8 or 16 bits that are being written. */
final class PixelBytes {
    private final int bits;
    private final byte[] bytes;

    PixelBytes(int bits, int values) {
        this.bits = bits;
        bytes = new byte[Math.multiplyExact(values, bits / 8)];
    }

    void set(int index, int value) {
        if (bits == 8) {
            bytes[index] = (byte) value;
        } else {
            bytes[2 * index] = (byte) (value >> 8);
            bytes[2 * index + 1] = (byte) value;
        }
    }

    byte[] bytes() {
        return bytes;
    }
}
