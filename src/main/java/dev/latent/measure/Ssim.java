package dev.latent.measure;

import dev.latent.sample.SampleShape;

/**
 * Structural similarity (Wang, Bovik, Sheikh & Simoncelli 2004): means, variances and covariance under a Gaussian window
 * of 11×11 with σ 1.5, K₁ 0.01, K₂ 0.03, averaged over all places where the window lies inside the image, and over
 * channels. Where an image is smaller than 11 the window is as large as fits.
 */
public final class Ssim {
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;

    private Ssim() {}

    /**
     * Of one image, in [−1,1]; 1 where both are equal.
     *
     * @param reference pixels in [0,1], a channel after the other, row by row
     * @param image as many
     */
    public static double of(SampleShape.Image shape, float[] reference, float[] image) {
        if (reference.length != shape.size() || image.length != shape.size()) {
            throw new IllegalArgumentException("both must be one image of " + shape);
        }
        int area = shape.height() * shape.width();
        double sum = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            sum += ofPlane(shape, reference, image, channel * area);
        }
        return sum / shape.channels();
    }

    private static double ofPlane(SampleShape.Image shape, float[] reference, float[] image, int offset) {
        double[] down = window(shape.height());
        double[] across = window(shape.width());
        int rows = shape.height() - down.length + 1;
        int columns = shape.width() - across.length + 1;
        double sum = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                Moments moments = new Moments();
                for (int i = 0; i < down.length; i++) {
                    int row = offset + (y + i) * shape.width() + x;
                    for (int j = 0; j < across.length; j++) {
                        moments.add(down[i] * across[j], reference[row + j], image[row + j]);
                    }
                }
                sum += moments.similarity();
            }
        }
        return sum / ((double) rows * columns);
    }

    /** One axis of the window; its values add up to 1. */
    private static double[] window(int side) {
        int size = Math.min(WINDOW, side % 2 == 0 ? side - 1 : side);
        double[] weights = new double[Math.max(1, size)];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = i - weights.length / 2;
            weights[i] = Math.exp(-distance * distance / (2 * SIGMA * SIGMA));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Weighted moments of two images in one window. */
    private static final class Moments {
        private double x;
        private double y;
        private double xx;
        private double yy;
        private double xy;

        private void add(double weight, double a, double b) {
            x += weight * a;
            y += weight * b;
            xx += weight * a * a;
            yy += weight * b * b;
            xy += weight * a * b;
        }

        /** Eq. 13. */
        private double similarity() {
            double covariance = xy - x * y;
            double variances = xx - x * x + yy - y * y;
            return (2 * x * y + C1) * (2 * covariance + C2) / ((x * x + y * y + C1) * (variances + C2));
        }
    }
}
