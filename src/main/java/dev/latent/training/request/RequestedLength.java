package dev.latent.training.request;

import dev.latent.family.FamilyProfile.TrainingDefaults;
import org.jspecify.annotations.Nullable;

/**
 * How long a job trains.
 *
 * @param epochs null where {@code steps} says it
 * @param steps null where {@code epochs} says it
 * @param isDefault whether the client left it to the family
 */
record RequestedLength(@Nullable Integer epochs, @Nullable Long steps, boolean isDefault) {
    private static final int MOST_EPOCHS = 1_000_000;

    /** What the client says; neither epochs nor steps where it says nothing. */
    static RequestedLength read(RequestFields fields) {
        Long epochs = fields.whole("epochs", 1, MOST_EPOCHS);
        Long steps = fields.whole("steps", 1, Integer.MAX_VALUE);
        if (fields.has("epochs") && fields.has("steps")) {
            fields.add("steps", "epochs and steps can't both be given; leave one out");
        }
        return steps == null
                ? new RequestedLength(epochs == null ? null : epochs.intValue(), null, epochs == null)
                : new RequestedLength(null, steps, false);
    }

    /**
     * Where the client says nothing, the family's epochs, or its least number of updates where the samples are so few
     * that these are more.
     *
     * @param batches in an epoch
     * @param batchesPerStep what a step takes of them
     */
    RequestedLength or(TrainingDefaults usual, long batches, int batchesPerStep) {
        if (!isDefault) {
            return this;
        }
        return usual.epochs() * batches >= usual.updates()
                ? new RequestedLength(usual.epochs(), null, true)
                : new RequestedLength(null, (usual.updates() + batchesPerStep - 1) / batchesPerStep, true);
    }
}
