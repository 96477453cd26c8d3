package dev.latent.run.loop;

import ai.djl.ndarray.NDManager;
import dev.latent.family.TrainingBatch;
import dev.latent.family.Variation;
import org.jspecify.annotations.Nullable;

/** What a run trains on: one dataset, or two for an unpaired family, each in an order of its own. @param variation of its pictures */
public record TrainingData(Batches a, @Nullable Batches b, Variation variation) {
    private static final int MOST_AHEAD = 8;
    private static final long MOST_BYTES_AHEAD = 16 << 20;

    /** Of samples that are not varied. */
    public TrainingData(Batches a, @Nullable Batches b) {
        this(a, b, Variation.NONE);
    }

    /** Batches in an epoch: of the larger dataset, where there are two. */
    public long batchesPerEpoch() {
        return b == null ? a.perEpoch() : Math.max(a.perEpoch(), b.perEpoch());
    }

    /** How many batches to prepare together: large ones one by one, not to take memory for them. */
    int batchesAhead() {
        long bytes = a.bytesPerBatch() + (b == null ? 0 : b.bytesPerBatch());
        return Math.toIntExact(Math.max(1, Math.min(MOST_AHEAD, MOST_BYTES_AHEAD / bytes)));
    }

    public Loaded load(long number) {
        return new Loaded(a.load(number), b == null ? null : b.load(number), variation);
    }

    public record Loaded(Batches.Loaded a, Batches.@Nullable Loaded b, Variation variation) {
        TrainingBatch batch(NDManager manager, double epoch, double share) {
            return new TrainingBatch(
                    a.x(manager), a.y(manager), b == null ? null : b.x(manager), epoch, share, variation);
        }
    }
}
