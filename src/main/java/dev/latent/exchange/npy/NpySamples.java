package dev.latent.exchange.npy;

import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes samples as a NumPy array {@code [n, c, h, w]} or {@code [n, d]}. */
public final class NpySamples {
    private NpySamples() {}

    /** float32; float64 for a table whose numbers it would round. */
    public static byte[] write(SampleData data) {
        byte[] header = begin(data, data.count());
        byte[] values = rows(data);
        return ByteBuffer.allocate(header.length + values.length)
                .put(header)
                .put(values)
                .array();
    }

    /** The header. @param data some of the samples @param count how many there are in all */
    public static byte[] begin(SampleData data, long count) {
        return NpyHeader.write(
                doubles(data) ? "<f8" : "<f4", count, data.shape().dimensions());
    }

    /** Without the header. */
    public static byte[] rows(SampleData data) {
        boolean doubles = doubles(data);
        int numbers = data.count() * data.shape().size();
        int bytes = Math.multiplyExact(numbers, doubles ? Double.BYTES : Float.BYTES);
        ByteBuffer out = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbers; i++) {
            if (doubles) {
                out.putDouble(((Table) data).number(i));
            } else {
                out.putFloat(data instanceof Table table ? (float) table.number(i) : ((Samples) data).values()[i]);
            }
        }
        return out.array();
    }

    private static boolean doubles(SampleData data) {
        return data instanceof Table table && !table.singles();
    }
}
