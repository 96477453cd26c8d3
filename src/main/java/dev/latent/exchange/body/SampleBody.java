package dev.latent.exchange.body;

import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to a client.
 *
 * @param range [0,1] for images; of the dataset for vectors
 * @param seed what the samples were drawn with, or null
 * @param labels what they are called in CSV
 */
public record SampleBody(
        SampleData data, ValueRange range, @Nullable Long seed, LabelNames labels) {
    /** Without a name for labels. */
    public SampleBody(SampleData data, ValueRange range, @Nullable Long seed) {
        this(data, range, seed, LabelNames.NONE);
    }

    /** The same with pixels within their range, as whoever reads that expects; floats alone tell what lies outside. */
    public SampleBody clipped() {
        return data instanceof Samples samples && samples.shape().isImage()
                ? new SampleBody(samples.clipped(), range, seed, labels)
                : this;
    }

    public static SampleBody of(SampleData data, ValueRange range) {
        return new SampleBody(data, range, null);
    }
}
