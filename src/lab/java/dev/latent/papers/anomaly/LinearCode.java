package dev.latent.papers.anomaly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import dev.latent.measure.PrincipalComponents;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.nn.engine.TensorEngine;
import java.util.Arrays;

/** What a linear code leaves of a row that keeps a share of the variance (PCA). */
record LinearCode(double share) implements Peer {
    @Override
    public String name() {
        return "PCA";
    }

    @Override
    public double[] scores(double[][] training, double[][] rows, long seed) {
        TensorEngine.seed(seed);
        try (NDManager manager = ComputeDevice.newManager()) {
            NDArray data = array(manager, training);
            int most = Math.min(training.length, training[0].length);
            PrincipalComponents all = PrincipalComponents.of(data, most, Noise.ENGINE);
            PrincipalComponents some = PrincipalComponents.of(data, keeping(all.encode(data)), Noise.ENGINE);
            NDArray x = array(manager, rows);
            float[] squares =
                    some.reconstruct(x).sub(x).square().mean(new int[] {1}).toFloatArray();
            double[] scores = new double[squares.length];
            Arrays.setAll(scores, i -> squares[i]);
            return scores;
        }
    }

    /** @param codes of as many components as there are, the greatest variance first */
    private int keeping(NDArray codes) {
        float[] variances = codes.square().mean(new int[] {0}).toFloatArray();
        double all = 0;
        for (float variance : variances) {
            all += variance;
        }
        double kept = 0;
        int count = 0;
        while (count < variances.length && kept < share * all) {
            kept += variances[count++];
        }
        return count;
    }

    private static NDArray array(NDManager manager, double[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return manager.create(values, new Shape(rows.length, rows[0].length));
    }
}
