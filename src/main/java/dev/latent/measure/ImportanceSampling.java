package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import org.jspecify.annotations.Nullable;

/**
 * Estimates −log p(x) as −log 1/k Σ p(x, zᵢ) / q(zᵢ given x) with zᵢ drawn from q (Burda 2015, eq. 8). With k = 1 its mean
 * is the negative ELBO; it falls to the negative log-likelihood as k grows. With labels, everything is given y.
 *
 * @param draws k
 * @param codeLength of z
 */
public record ImportanceSampling(int draws, int codeLength) {
    /** log p(x, z) − log q(z given x) for each draw of z. */
    @FunctionalInterface
    public interface LogWeight {
        /**
         * @param x m samples
         * @param labels theirs, or null
         * @param noise standard normal {@code [m·k, codeLength]}
         * @return {@code [m·k]}, the draws of a sample one after the other
         */
        NDArray of(NDArray x, @Nullable NDArray labels, NDArray noise);
    }

    /** Samples times draws that go through the model together. */
    private static final int TOGETHER = 2000;

    /**
     * Of each sample, in nats.
     *
     * @param x {@code [n, …]}
     * @param labels {@code [n]}, or null
     */
    public double[] negativeLogLikelihoods(NDArray x, @Nullable NDArray labels, LogWeight logWeight, Noise noise) {
        double[] found = new double[Math.toIntExact(x.getShape().get(0))];
        int drawsTogether = Math.min(draws, TOGETHER);
        Chunks.forEach(x, Math.max(1, TOGETHER / drawsTogether), (from, chunk) -> {
            double[] values = estimate(chunk, rows(labels, from, chunk), logWeight, noise);
            System.arraycopy(values, 0, found, Math.toIntExact(from), values.length);
        });
        return found;
    }

    /** The labels of a chunk that starts at a sample. */
    private static @Nullable NDArray rows(@Nullable NDArray labels, long from, NDArray chunk) {
        if (labels == null) {
            return null;
        }
        NDArray rows = labels.get(from + ":" + (from + chunk.getShape().get(0)));
        rows.attach(chunk.getManager());
        return rows;
    }

    private double[] estimate(NDArray x, @Nullable NDArray labels, LogWeight logWeight, Noise noise) {
        NDList sums = new NDList();
        for (int done = 0; done < draws; done += TOGETHER) {
            sums.add(logSum(x, labels, Math.min(TOGETHER, draws - done), logWeight, noise));
        }
        NDArray total = LogSumExp.of(sums.size() == 1 ? sums.get(0).expandDims(0) : stacked(x, sums), 0);
        return total.sub((float) Math.log(draws))
                .neg()
                .toType(DataType.FLOAT64, false)
                .toDoubleArray();
    }

    private static NDArray stacked(NDArray x, NDList sums) {
        NDArray stacked = ai.djl.ndarray.NDArrays.stack(sums);
        stacked.attach(x.getManager());
        return stacked;
    }

    /** log Σ of the weights of some draws for each sample, {@code [n]}. */
    private NDArray logSum(NDArray x, @Nullable NDArray labels, int k, LogWeight logWeight, Noise noise) {
        long n = x.getShape().get(0);
        try (NDManager manager = x.getManager().newSubManager()) {
            NDArray samples = x.duplicate();
            samples.attach(manager);
            NDArray weights = logWeight.of(samples, labels, noise.normal(manager, new Shape(n * k, codeLength)));
            NDArray sums = LogSumExp.of(weights.reshape(n, k), 1);
            sums.attach(x.getManager());
            return sums;
        }
    }
}
