package dev.latent.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How the pictures that a dataset was made of were read, so that those that are sent to a model later are read alike.
 *
 * @param levels what a pixel's values range over
 * @param background what transparent pixels were laid on, {@code #rrggbb}; null where there were none
 * @param sizes of pictures that are kept whole, each in its own size; null where all have the samples' shape
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PictureForm(
        PixelLevels levels,
        @Nullable String background,
        @Nullable PictureSizes sizes) {
    /** All of the samples' shape. */
    public PictureForm(PixelLevels levels, @Nullable String background) {
        this(levels, background, null);
    }

    public PictureForm with(PictureSizes ofWhole) {
        return new PictureForm(levels, background, ofWhole);
    }
}
