package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import java.util.function.BinaryOperator;

/**
 * Estimates −log p(x) as −log 1/k Σ p(x, zᵢ) / q(zᵢ given x) with zᵢ drawn from q (Burda 2015, eq. 8). With k = 1 its mean
 * is the negative ELBO; it falls to the negative log-likelihood as k grows.
 *
 * @param draws k
 * @param codeLength of z
 */
public record ImportanceSampling(int draws, int codeLength) {
    /** Samples times draws that go through the model together. */
    private static final int TOGETHER = 2000;

    /**
     * Of each sample, in nats.
     *
     * @param x {@code [n, …]}
     * @param logWeight from m samples and standard normal noise {@code [m·k, codeLength]} to log p(x, z) − log q(z given
     *     x), {@code [m·k]}, the draws of a sample one after the other
     */
    public double[] negativeLogLikelihoods(NDArray x, BinaryOperator<NDArray> logWeight, Noise noise) {
        double[] found = new double[Math.toIntExact(x.getShape().get(0))];
        int drawsTogether = Math.min(draws, TOGETHER);
        Chunks.forEach(x, Math.max(1, TOGETHER / drawsTogether), (from, chunk) -> {
            double[] values = estimate(chunk, logWeight, noise);
            System.arraycopy(values, 0, found, Math.toIntExact(from), values.length);
        });
        return found;
    }

    private double[] estimate(NDArray x, BinaryOperator<NDArray> logWeight, Noise noise) {
        NDList sums = new NDList();
        for (int done = 0; done < draws; done += TOGETHER) {
            sums.add(logSum(x, Math.min(TOGETHER, draws - done), logWeight, noise));
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
    private NDArray logSum(NDArray x, int k, BinaryOperator<NDArray> logWeight, Noise noise) {
        long n = x.getShape().get(0);
        try (NDManager manager = x.getManager().newSubManager()) {
            NDArray samples = x.duplicate();
            samples.attach(manager);
            NDArray weights = logWeight.apply(samples, noise.normal(manager, new Shape(n * k, codeLength)));
            NDArray sums = LogSumExp.of(weights.reshape(n, k), 1);
            sums.attach(x.getManager());
            return sums;
        }
    }
}
