package dev.latent.sample;

import org.jspecify.annotations.Nullable;

/** Samples of one shape, as someone outside of a model sees them: pictures, codes, or rows of a table. */
public sealed interface SampleData permits Samples, Table {
    SampleShape shape();

    int count();

    /** One class index a sample, or null. */
    int @Nullable [] labels();
}
