package dev.latent.exchange;

import dev.latent.sample.SampleData;
import dev.latent.sample.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a client.
 *
 * @param range [0,1] for images; of the dataset for vectors
 * @param seed what the samples were drawn with, or null
 */
public record SampleBody(
        SampleData data, ValueRange range, @Nullable Long seed) {
    public static SampleBody of(SampleData data, ValueRange range) {
        return new SampleBody(data, range, null);
    }
}
