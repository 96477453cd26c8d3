package dev.latent.dataset.source;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** IDX files for tests, right and wrong ones. */
public final class IdxBytes {
    private IdxBytes() {}

    /** A header with these dimensions, then the values. */
    public static byte[] of(int[] dimensions, byte[] values) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0800 | dimensions.length);
        for (int dimension : dimensions) {
            out.writeInt(dimension);
        }
        out.write(values);
        return bytes.toByteArray();
    }

    /** As many images as asked for, each with bytes of its own. */
    public static byte[] images(int count, int height, int width) throws IOException {
        byte[] values = new byte[count * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i / (height * width) + i);
        }
        return of(new int[] {count, height, width}, values);
    }

    public static byte[] labels(int... labels) throws IOException {
        byte[] values = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = (byte) labels[i];
        }
        return of(new int[] {labels.length}, values);
    }

    public static byte[] gzipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
