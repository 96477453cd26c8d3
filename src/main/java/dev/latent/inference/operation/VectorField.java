package dev.latent.inference.operation;

import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.NonFiniteAnswer;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Session;
import dev.latent.inference.engine.Units;
import dev.latent.sample.Columns;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * r(x̃) − x̃ of a two-dimensional denoiser: it points towards the data; for Gaussian noise, divided by σ², it estimates
 * ∇ log p_σ (Alain & Bengio 2014).
 */
@Component
public class VectorField {
    private static final double REACH = 3;

    private final Inference inference;

    VectorField(Inference inference) {
        this.inference = inference;
    }

    /** On a square grid of three standard deviations about the means. */
    public Field compute(VersionAndSeed asked, int steps) {
        try (Session session = inference.open(asked.version(), Operation.VECTOR_FIELD)) {
            float[] grid = grid(steps);
            Rows rows = Rows.of(steps * steps, new int[] {2}, grid, null);
            float[] denoised = session.call(Call.DENOISE, rows).values();
            Units units = session.units();
            double[] points = numbers(units.columns(), grid);
            double[] ends = numbers(units.columns(), denoised);
            return new Field(
                    points,
                    difference(ends, points),
                    scores(session.version().description(), units.columns(), apart(denoised, grid)));
        }
    }

    /** In the dataset's units. */
    private static double[] numbers(@Nullable Columns columns, float[] standardized) {
        double[] numbers = new double[standardized.length];
        for (int i = 0; i < numbers.length; i++) {
            int column = i % 2;
            numbers[i] = columns == null
                    ? standardized[i]
                    : columns.offset(column) + columns.restore(column, standardized[i]);
            if (!Double.isFinite(numbers[i])) {
                throw NonFiniteAnswer.ofExtreme(i / 2);
            }
        }
        return numbers;
    }

    /** In standard deviations. */
    private static float[] grid(int steps) {
        float[] grid = new float[2 * steps * steps];
        for (int i = 0; i < steps * steps; i++) {
            grid[2 * i] = coordinate(i % steps, steps);
            grid[2 * i + 1] = coordinate(i / steps, steps);
        }
        return grid;
    }

    private static float coordinate(int step, int steps) {
        return (float) (REACH * (2.0 * step / (steps - 1) - 1));
    }

    private static double[] difference(double[] ends, double[] points) {
        double[] difference = new double[ends.length];
        Arrays.setAll(difference, i -> ends[i] - points[i]);
        return difference;
    }

    private static float[] apart(float[] ends, float[] points) {
        float[] apart = new float[ends.length];
        for (int i = 0; i < apart.length; i++) {
            apart[i] = ends[i] - points[i];
        }
        return apart;
    }

    private static double @Nullable [] scores(
            ModelDescription description, @Nullable Columns columns, float[] standardized) {
        JsonNode corruptions = description.hyperparameters().path("corruptions");
        JsonNode only = corruptions.path(0);
        boolean gaussian =
                corruptions.size() == 1 && only.path("kind").asString("").equals("gaussian");
        double level = only.path("level").asDouble(0);
        if (!gaussian || level == 0) {
            return null;
        }
        double[] scores = new double[standardized.length];
        for (int i = 0; i < scores.length; i++) {
            double unit = columns == null ? 1 : columns.standardDeviation(i % 2);
            scores[i] = standardized[i] / (level * level * unit);
        }
        return Arrays.stream(scores).allMatch(Double::isFinite) ? scores : null;
    }

    /**
     * Two numbers a point, in the dataset's units.
     *
     * @param scores estimates of ∇ log p_σ, or null where the noise was not Gaussian of one level, or of one so low
     *     that they overflow
     */
    public record Field(double[] points, double[] vectors, double @Nullable [] scores) {}
}
