package dev.latent.dataset.source;

import dev.latent.image.PixelTransform;
import dev.latent.sample.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * What the client wants of its files.
 *
 * @param pixels the size and the channels that images get
 * @param labelColumn the CSV column that holds the classes, or null
 * @param windows how a long series is cut, or null
 * @param valueRange what float pixels range over in the files, where that is not [0,1], which they become; or null
 */
public record ImportOptions(
        PixelTransform pixels,
        @Nullable String labelColumn,
        @Nullable Windows windows,
        @Nullable ValueRange valueRange) {
    /** Everything as it is. */
    public static ImportOptions none() {
        return new ImportOptions(new PixelTransform(null, null), null, null, null);
    }

    ValueRange pixelRange() {
        return valueRange == null ? ValueRange.PIXELS : valueRange;
    }

    /**
     * A sample is so many rows of a series after each other; the next one starts so many rows later.
     *
     * @param length rows a sample, at least 1
     * @param stride at least 1
     */
    public record Windows(int length, int stride) {}
}
