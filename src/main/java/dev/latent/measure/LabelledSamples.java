package dev.latent.measure;

import dev.latent.sample.Samples;

/** Samples with labels, read when they are wanted; images in [0,1], vectors standardized. */
public interface LabelledSamples {
    int count();

    Samples select(int[] indices);
}
