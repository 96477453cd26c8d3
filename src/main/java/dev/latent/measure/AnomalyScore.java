package dev.latent.measure;

import java.util.Arrays;

/** How unusual a sample is: how far it is from its reconstruction. */
public final class AnomalyScore {
    private AnomalyScore() {}

    /**
     * The mean squared error of each sample's pixels in [0,1] or standardized columns.
     *
     * @param samples one after the other, as the model sees them
     * @param reconstructions as many values
     * @param size values of one sample
     */
    public static double[] of(float[] samples, float[] reconstructions, int size) {
        double[] scores = new double[samples.length / size];
        Arrays.setAll(
                scores,
                i -> Psnr.meanSquaredError(
                        Arrays.copyOfRange(samples, i * size, (i + 1) * size),
                        Arrays.copyOfRange(reconstructions, i * size, (i + 1) * size)));
        return scores;
    }
}
