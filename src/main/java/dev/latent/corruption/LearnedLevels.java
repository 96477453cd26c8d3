package dev.latent.corruption;

/**
 * The levels of white Gaussian noise that a denoiser learned, and what it is told of noise beyond them: of stronger noise
 * by a picture of so much less contrast that the noise is of a level that it knows, and what it takes for weaker noise is
 * subtracted in part only.
 *
 * @param lowest a standard deviation of pixels in [0,1]
 * @param highest at least the lowest
 */
public record LearnedLevels(double lowest, double highest) {
    /** 2 of 255. */
    private static final double GRAIN = 0.008;

    /** The level that it is told. */
    public double told(double level) {
        return Math.max(lowest, Math.min(highest, level));
    }

    /** What the picture's contrast is to be multiplied by first. */
    public double contrast(double level) {
        return level > highest ? highest / level : 1;
    }

    /**
     * How much to subtract of what it found of noise below the lowest level. A share w of it that is n + d, noise and
     * detail, leaves (1 − w)² n² + w² d²: least for w = n² / (n² + d²). Pictures that pass for clean have a grain of their
     * own, which is no noise.
     *
     * @param meanSquare of what it found
     */
    public double share(double level, double meanSquare) {
        double noise = Math.max(0, level * level - GRAIN * GRAIN);
        return level >= lowest ? 1 : Math.min(1, noise / Math.max(meanSquare, Double.MIN_NORMAL));
    }
}
