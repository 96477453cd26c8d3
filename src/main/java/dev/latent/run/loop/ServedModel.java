package dev.latent.run.loop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.SampleSource;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Reconstructs;
import dev.latent.family.TrainingStep;
import dev.latent.measure.Deviations;
import dev.latent.measure.FoundOnRows;
import dev.latent.measure.SampleArrays;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    /** What it finds of rows. */
    FoundOnRows find(SampleSource rows, NDManager parent) throws IOException {
        List<FoundOnRows> parts = new ArrayList<>();
        return look(() -> {
            for (int from = 0; from < rows.count(); from += TOGETHER) {
                parts.add(find(rows.range(from, Math.min(TOGETHER, rows.count() - from)), parent));
            }
            return FoundOnRows.join(parts);
        });
    }

    private FoundOnRows find(Samples piece, NDManager parent) {
        Reconstructs reconstructing = (Reconstructs) model;
        try (NDManager manager = parent.newSubManager()) {
            NDArray labels = reconstructing.conditional() ? SampleArrays.labels(manager, piece) : null;
            NDArray deviations = reconstructing.deviations(SampleArrays.of(manager, piece), labels);
            int views = Math.toIntExact(deviations.getShape().get(1));
            float[] values = NativeOperations.rowMajor(deviations).toFloatArray();
            boolean ofColumns = !piece.shape().isImage();
            return FoundOnRows.of(new Deviations(values, views, piece.shape().size()), ofColumns);
        }
    }
}
