package dev.latent.exchange.body;

import dev.latent.image.Background;
import dev.latent.image.PictureTags;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.Samples;
import org.jspecify.annotations.Nullable;

/**
 * What a body held.
 *
 * @param picture null where it was no picture
 */
public record SentSamples(Samples samples, @Nullable SentPicture picture) {
    /**
     * How a body's picture was read.
     *
     * @param under what its transparent pixels were laid on, or null where there were none
     * @param tags what its file says that is true of the answer, too
     */
    public record SentPicture(PixelLevels levels, @Nullable Background under, PictureTags tags) {}
}
