package dev.latent.dataset.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** NumPy files for tests, right and wrong ones. */
public final class NpyBytes {
    private NpyBytes() {}

    public static byte[] floats(String shape, float... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        data.asFloatBuffer().put(values);
        return of("<f4", shape, data.array());
    }

    public static byte[] longs(String shape, long... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(values);
        return of("<i8", shape, data.array());
    }

    /** @param shape {@code (2, 3)} */
    public static byte[] of(String type, String shape, byte[] data) {
        return withHeader("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n", data);
    }

    /** In Fortran order: the first index changes fastest. */
    public static byte[] fortran(String type, String shape, byte[] data) {
        return withHeader("{'descr': '" + type + "', 'fortran_order': True, 'shape': " + shape + ", }\n", data);
    }

    public static byte[] doubles(double... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        data.asDoubleBuffer().put(values);
        return data.array();
    }

    public static byte[] withHeader(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(10 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        return file.putShort((short) text.length).put(text).put(data).array();
    }
}
