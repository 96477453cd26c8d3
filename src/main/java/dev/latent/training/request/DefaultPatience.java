package dev.latent.training.request;

import dev.latent.family.DataShape;
import org.jspecify.annotations.Nullable;

/**
 * How long a job waits for its validation measure to get better. Few pictures are soon known by heart, so there it does
 * unless the client says how long to train; with many, a family's length is what it needs.
 */
final class DefaultPatience {
    /** Below so many pictures. */
    static final int FEW = 5000;

    private static final int MEASUREMENTS = 10;

    private DefaultPatience() {}

    /**
     * Windows of pictures are never seen twice.
     *
     * @param given by the client, or null
     * @param cuts whether windows are cut out of the pictures
     * @return null where the training goes to its end
     */
    static @Nullable Integer of(
            @Nullable Long given, RequestedLength length, DataShape data, boolean cuts, int samples) {
        if (given != null) {
            return given.intValue();
        }
        boolean pays = length.isDefault() && !cuts && data.sample().isImage() && samples < FEW;
        return pays ? (Integer) MEASUREMENTS : null;
    }
}
