package dev.latent.dataset.builtin;

import java.util.Arrays;

/** For each pixel of a square the squared distance to the nearest stroke, as far as a pen reaches. */
final class DistanceField {
    private static final double REACH = 4.5;

    private final int side;
    private final double[] squared;

    DistanceField(int side) {
        this.side = side;
        squared = new double[side * side];
        Arrays.fill(squared, REACH * REACH);
    }

    /** Takes in a segment from (x0, y0) to (x1, y1). */
    void add(double x0, double y0, double x1, double y1) {
        int top = Math.max(0, (int) (Math.min(y0, y1) - REACH));
        int bottom = Math.min(side - 1, (int) (Math.max(y0, y1) + REACH + 1));
        int left = Math.max(0, (int) (Math.min(x0, x1) - REACH));
        int right = Math.min(side - 1, (int) (Math.max(x0, x1) + REACH + 1));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double scale = 1 / Math.max(1e-12, dx * dx + dy * dy);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double along = ((x - x0) * dx + (y - y0) * dy) * scale;
                double clipped = Math.max(0, Math.min(1, along));
                double offX = x - x0 - clipped * dx;
                double offY = y - y0 - clipped * dy;
                int at = y * side + x;
                squared[at] = Math.min(squared[at], offX * offX + offY * offY);
            }
        }
    }

    int pixels() {
        return squared.length;
    }

    double distance(int pixel) {
        return Math.sqrt(squared[pixel]);
    }
}
