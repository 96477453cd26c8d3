package dev.latent.family;

import dev.latent.nn.ImageNetworks.Style;
import dev.latent.sample.SampleShape;
import org.jspecify.annotations.Nullable;

/**
 * How a generator and a discriminator are built for a sample's shape.
 *
 * @param generator from codes to samples
 * @param discriminator from samples to a score
 * @param classes 0 where nothing is conditional
 * @param conditioning how the discriminator sees labels, null where nothing is conditional
 */
public record GanLayout(
        Layout generator,
        Layout discriminator,
        int latentDim,
        int classes,
        @Nullable Conditioned conditioning) {
    private static final int TOP_UNITS = 128;

    /** Without labels. */
    public GanLayout(Layout generator, Layout discriminator, int latentDim) {
        this(generator, discriminator, latentDim, 0, null);
    }

    /** Batch normalisation in G only, and for images only; above D's convolutions a fully connected layer. */
    public static GanLayout of(NetworkSize size, SampleShape shape, int latentDim) {
        Style generator = shape.isImage() ? Style.DCGAN_GENERATOR : Style.DCGAN_GENERATOR.withoutBatchNorm();
        return new GanLayout(
                new Layout(size, shape, generator, 0),
                new Layout(size, shape, Style.DCGAN_DISCRIMINATOR.withoutBatchNorm(), TOP_UNITS),
                latentDim);
    }

    public GanLayout conditional(int classes, Conditioned conditioning) {
        return new GanLayout(generator, discriminator, latentDim, classes, conditioning);
    }

    SampleShape shape() {
        return generator.shape();
    }
}
