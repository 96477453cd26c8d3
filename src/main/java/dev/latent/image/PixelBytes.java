package dev.latent.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Unsigned values of 8 or 16 bits, or floats, that are being written. */
final class PixelBytes {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle FLOATS = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.BIG_ENDIAN);

    private final int bits;
    private final byte[] bytes;

    PixelBytes(int bits, int values) {
        this.bits = bits;
        bytes = new byte[Math.multiplyExact(values, bits / 8)];
    }

    void set(int index, double value) {
        set(bytes, bits, index, value);
    }

    static void set(byte[] bytes, int bits, int index, double value) {
        switch (bits) {
            case 8 -> bytes[index] = (byte) (int) value;
            case 16 -> SHORTS.set(bytes, 2 * index, (short) (int) value);
            default -> FLOATS.set(bytes, 4 * index, (float) value);
        }
    }

    static double get(byte[] bytes, int bits, int index) {
        return switch (bits) {
            case 8 -> bytes[index] & 0xFF;
            case 16 -> (short) SHORTS.get(bytes, 2 * index) & 0xFFFF;
            default -> (float) FLOATS.get(bytes, 4 * index);
        };
    }

    byte[] bytes() {
        return bytes;
    }
}
