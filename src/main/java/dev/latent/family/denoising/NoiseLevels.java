package dev.latent.family.denoising;

/** The levels of noise that a noise-conditional denoiser is told, in standard deviations. */
final class NoiseLevels {
    /** So little that a value stays nearly as it was. */
    static final double LOWEST = 0.05;
    /** So much that little more is known of a row than what rows are like. */
    static final double HIGHEST = 3;

    private static final double LOWEST_VIEW = 0.1;
    private static final int VIEWS = 7;

    private NoiseLevels() {}

    /** At which it is looked how far off rows are: evenly spaced by their logarithms. */
    static double[] ofViews() {
        double[] levels = new double[VIEWS];
        for (int i = 0; i < VIEWS; i++) {
            levels[i] = LOWEST_VIEW * Math.pow(HIGHEST / LOWEST_VIEW, i / (VIEWS - 1.0));
        }
        return levels;
    }
}
