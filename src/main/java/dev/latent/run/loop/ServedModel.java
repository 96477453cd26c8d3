package dev.latent.run.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.SampleSource;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Reconstructs;
import dev.latent.family.TrainingStep;
import dev.latent.measure.AnomalyScore;
import dev.latent.measure.SampleArrays;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.Samples;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A model in training, looked at as it would be served. */
public record ServedModel(GenerativeModel model, TrainingStep step) {
    private static final int TOGETHER = 500;

    public interface Look<T extends @Nullable Object> {
        T take() throws IOException;
    }

    public <T extends @Nullable Object> T look(Look<T> look) throws IOException {
        try (TrainingStep.Serving serving = step.serving()) {
            training(false);
            return look.take();
        } finally {
            training(true);
        }
    }

    private void training(boolean on) {
        for (Weights weights : model.networks().values()) {
            weights.training(on);
        }
    }

    /** How unusual it finds rows. */
    double[] anomalyScores(SampleSource rows, NDManager parent) throws IOException {
        double[] scores = new double[rows.count()];
        return look(() -> {
            for (int from = 0; from < scores.length; from += TOGETHER) {
                Samples piece = rows.range(from, Math.min(TOGETHER, scores.length - from));
                System.arraycopy(scores(piece, parent), 0, scores, from, piece.count());
            }
            return scores;
        });
    }

    private double[] scores(Samples piece, NDManager parent) {
        Reconstructs reconstructing = (Reconstructs) model;
        try (NDManager manager = parent.newSubManager()) {
            NDArray labels = reconstructing.conditional() ? SampleArrays.labels(manager, piece) : null;
            NDArray reconstructed = reconstructing.reconstruct(SampleArrays.of(manager, piece), labels);
            float[] values = NativeOperations.rowMajor(reconstructed).toFloatArray();
            return AnomalyScore.of(piece.values(), values, piece.shape().size());
        }
    }
}
