package dev.latent.inference.operation;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.Binarization;
import dev.latent.family.Encodes;
import dev.latent.family.EstimatesLikelihood;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Call;
import dev.latent.inference.engine.FiniteCheck;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Rows.Column;
import dev.latent.inference.engine.SeededNoise;
import dev.latent.inference.engine.Session;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.problem.Problem;
import dev.latent.sample.Columns;
import dev.latent.sample.Samples;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** −log p(x), or −log p(x given y) of a conditional model, by importance sampling (Burda 2015, eq. 8). */
@Component
public class Likelihood {
    private static final int MOST_WEIGHTS = 200_000;
    private static final int ROWS_AT_ONCE = 1024;

    private final Inference inference;

    Likelihood(Inference inference) {
        this.inference = inference;
    }

    /** @param k how many codes are drawn for each sample */
    public Estimate estimate(VersionAndSeed asked, Samples samples, LabelQuery beside, int k) {
        if ((long) k * samples.count() > MOST_WEIGHTS) {
            throw Problem.badParameter(
                    "k",
                    "k times the number of samples must be at most " + MOST_WEIGHTS
                            + "; send fewer samples, or lower k");
        }
        try (Session session = inference.open(asked.version(), Operation.NLL)) {
            EstimatesLikelihood model = session.as(EstimatesLikelihood.class);
            int[] labels = Labels.of(session, model.conditional(), samples, beside);
            float[] x = binary(session, model.binarization(), samples, asked.seed());
            double[] nll = new double[samples.count()];
            for (int i = 0; i < nll.length; i++) {
                float[] sample = Arrays.copyOfRange(
                        x, i * samples.shape().size(), (i + 1) * samples.shape().size());
                Integer label = labels == null ? null : labels[i];
                nll[i] = -logMean(logWeights(session, sample, label, k, noise(asked.seed(), i)))
                        + logUnits(session.units().columns());
            }
            FiniteCheck.require(Rows.of(nll.length, samples.shape().dimensions(), x, null), nll);
            return new Estimate(nll, mean(nll), k, model.binarization(), model.isLikelihood());
        }
    }

    /** A stream apart from the one that makes the sample binary. */
    private static SeededNoise noise(long seed, int sample) {
        return SeededNoise.of(~seed, sample, 1);
    }

    private static float[] binary(Session session, Binarization binarization, Samples samples, long seed) {
        float[] x = samples.values().clone();
        int size = samples.shape().size();
        try (NDManager scope = ComputeDevice.newManager()) {
            for (int i = 0; i < samples.count(); i++) {
                float[] row = Arrays.copyOfRange(x, i * size, (i + 1) * size);
                float[] binary = binarization
                        .apply(scope.create(row, new Shape(1, size)), SeededNoise.of(seed, i, 1))
                        .toFloatArray();
                System.arraycopy(binary, 0, x, i * size, size);
            }
        }
        return x;
    }

    private static double[] logWeights(
            Session session, float[] sample, @Nullable Integer label, int k, SeededNoise noise) {
        int codeLength = session.as(Encodes.class).latentDimension();
        double[] weights = new double[k];
        for (int from = 0; from < k; from += ROWS_AT_ONCE) {
            int count = Math.min(ROWS_AT_ONCE, k - from);
            Column x = new Column(session.units().shape().dimensions(), repeated(sample, count));
            Column z = new Column(new int[] {codeLength}, noise.normal(count * codeLength));
            Rows rows = new Rows(count, List.of(x, z), repeated(label, count));
            float[] part =
                    session.callUnchecked(Call.LOG_IMPORTANCE_WEIGHT, rows).values();
            for (int i = 0; i < count; i++) {
                weights[from + i] = part[i];
            }
        }
        return weights;
    }

    private static float[] repeated(float[] sample, int count) {
        float[] rows = new float[count * sample.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(sample, 0, rows, i * sample.length, sample.length);
        }
        return rows;
    }

    private static int @Nullable [] repeated(@Nullable Integer label, int count) {
        if (label == null) {
            return null;
        }
        int[] labels = new int[count];
        Arrays.fill(labels, label);
        return labels;
    }

    /** log (1/k Σ exp w), without overflow. */
    private static double logMean(double[] logWeights) {
        double max = Arrays.stream(logWeights).max().orElseThrow();
        double sum = Arrays.stream(logWeights).map(w -> Math.exp(w - max)).sum();
        return max + Math.log(sum / logWeights.length);
    }

    /** What a density of standardized columns loses in the dataset's own units: Σ log σ. */
    private static double logUnits(@Nullable Columns columns) {
        double sum = 0;
        for (int i = 0; columns != null && i < columns.size(); i++) {
            sum += Math.log(columns.standardDeviation(i));
        }
        return sum;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /**
     * @param nll nats, of each sample
     * @param binarization how grey pixels became binary
     * @param likelihood whether these are likelihoods; those of grey pixels under Bernoulli are none
     */
    @Schema(name = "LikelihoodEstimates")
    public record Estimate(double[] nll, double mean, int k, Binarization binarization, boolean likelihood) {}
}
