package dev.latent.inference.stream;

import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import java.util.Arrays;
import java.util.function.LongFunction;

/**
 * Some rows of an answer, written.
 *
 * @param count how many
 * @param begin what stands before all rows, by the number of all of them; the same for each part
 */
public record Part(int count, LongFunction<byte[]> begin, byte[] rows) {
    /** An answer that has no other parts. */
    public byte[] whole() {
        byte[] start = begin.apply(count);
        byte[] whole = Arrays.copyOf(start, start.length + rows.length);
        System.arraycopy(rows, 0, whole, start.length, rows.length);
        return whole;
    }

    /** Samples in a format that {@linkplain SampleFormat#streams streams}. */
    public static Part of(SampleBody body, SampleFormat format) {
        return new Part(
                body.data().count(), count -> SampleBodies.begin(body, format, count), SampleBodies.part(body, format));
    }
}
