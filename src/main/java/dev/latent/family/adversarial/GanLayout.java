package dev.latent.family.adversarial;

import dev.latent.family.network.Layout;
import dev.latent.family.network.NetworkSize;
import dev.latent.nn.layer.ImageNetworks.Normalized;
import dev.latent.nn.layer.ImageNetworks.Style;
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
        @Nullable LabelConditioning conditioning) {
    private static final int TOP_UNITS = 128;

    /** Without labels. */
    public GanLayout(Layout generator, Layout discriminator, int latentDim) {
        this(generator, discriminator, latentDim, 0, null);
    }

    /** Batch normalization in G only, and for images only; above D's convolutions a fully connected layer. */
    public static GanLayout of(NetworkSize size, SampleShape shape, int latentDim) {
        Style discriminator = Style.DCGAN_DISCRIMINATOR.normalized(Normalized.NONE);
        return of(size, shape, latentDim, discriminator, Layout.SMALLEST_SIDE);
    }

    /**
     * The same with another D.
     *
     * @param smallestSide convolutions halve an image until its smaller side is at most this
     */
    public static GanLayout of(
            NetworkSize size, SampleShape shape, int latentDim, Style discriminator, int smallestSide) {
        Style generator = shape.isImage() ? Style.DCGAN_GENERATOR : Style.DCGAN_GENERATOR.normalized(Normalized.NONE);
        return new GanLayout(
                new Layout(size, shape, generator, 0, smallestSide),
                new Layout(size, shape, discriminator, TOP_UNITS, smallestSide),
                latentDim);
    }

    public GanLayout conditional(int classes, LabelConditioning conditioning) {
        return new GanLayout(generator, discriminator, latentDim, classes, conditioning);
    }

    SampleShape shape() {
        return generator.shape();
    }
}
