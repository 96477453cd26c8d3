package dev.latent.measure;

/**
 * Peak signal-to-noise ratio: 10·log₁₀(peak² / MSE), in dB, with a peak of 1. Equal images have none that a mean or JSON
 * could hold, so it ends at {@value #MOST} dB.
 */
public final class Psnr {
    /** An error of 10⁻⁵ a pixel: far below the 59 dB at which pixels of 8 bits lie from the values that they round. */
    public static final double MOST = 100;

    private Psnr() {}

    /**
     * Of one image.
     *
     * @param reference pixels in [0,1]
     * @param image as many
     */
    public static double of(float[] reference, float[] image) {
        return Math.min(MOST, -10 * Math.log10(meanSquaredError(reference, image)));
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
