package dev.latent.measure;

/** Peak signal-to-noise ratio: 10·log₁₀(peak² / MSE), in dB, with a peak of 1. */
public final class Psnr {
    private Psnr() {}

    /**
     * Of one image; infinite where both are equal.
     *
     * @param reference pixels in [0,1]
     * @param image as many
     */
    public static double of(float[] reference, float[] image) {
        return -10 * Math.log10(meanSquaredError(reference, image));
    }

    /** Σ (a − b)² / n. */
    public static double meanSquaredError(float[] reference, float[] image) {
        if (reference.length != image.length) {
            throw new IllegalArgumentException(reference.length + " values can't be compared with " + image.length);
        }
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = (double) reference[i] - image[i];
            sum += difference * difference;
        }
        return sum / reference.length;
    }
}
