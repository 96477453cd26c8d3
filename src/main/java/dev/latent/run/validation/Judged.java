package dev.latent.run.validation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.SampleSource;
import dev.latent.family.TrainingBatch;
import dev.latent.measure.SampleArrays;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.run.loop.ServedModel;
import dev.latent.sample.Samples;
import java.io.IOException;

/** A model with rows that it is not trained on. */
public record Judged(ServedModel model, SampleSource rows) {
    private static final int TOGETHER = 250;
    private static final long SEED = 1;
    /** Warm-ups are over. */
    private static final double LATE = Double.MAX_VALUE;

    /** Of some rows. */
    interface Value {
        double of(TrainingBatch batch);
    }

    /** The mean over all rows. Noise is the same each time. */
    double mean(Value value, NDManager parent) throws IOException {
        return model.look(() -> {
            double sum = 0;
            for (int from = 0; from < rows.count(); from += TOGETHER) {
                int n = Math.min(TOGETHER, rows.count() - from);
                try (NDManager manager = parent.newSubManager()) {
                    TensorEngine.seed(SEED + from);
                    sum += n * value.of(batch(rows.range(from, n), manager));
                }
            }
            return sum / rows.count();
        });
    }

    private static TrainingBatch batch(Samples samples, NDManager manager) {
        NDArray labels = samples.labels() == null ? null : SampleArrays.labels(manager, samples);
        return new TrainingBatch(SampleArrays.of(manager, samples), labels, null, LATE);
    }
}
