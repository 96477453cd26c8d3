package dev.latent.exchange.body;

import dev.latent.image.Background;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.Samples;
import org.jspecify.annotations.Nullable;

/**
 * What a body held.
 *
 * @param picture null where it was no picture
 */
public record SentSamples(Samples samples, @Nullable SentPicture picture) {
    /** 8 bits where the body was no picture of 16. */
    public PixelLevels levels() {
        return picture == null ? PixelLevels.EIGHT_BITS : picture.levels();
    }

    /**
     * How a body's picture was read.
     *
     * @param under what its transparent pixels were laid on, or null where there were none
     */
    public record SentPicture(PixelLevels levels, @Nullable Background under) {}
}
