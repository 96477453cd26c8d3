package dev.latent.family;

import dev.latent.corruption.LearnedLevels;
import dev.latent.sample.SampleShape.Image;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Denoises one picture of any size by what a model finds in it.
 *
 * @param levels of noise that the model tells apart; null where it is not told how strong the noise is
 * @param windowSide of the windows in which levels are estimated
 */
public record PictureDenoiser(@Nullable LearnedLevels levels, int windowSide, Finder finder) {
    private static final int SAMPLE_SIDE = 128;

    /** What a model finds. */
    public interface Finder {
        /** The noise in a picture. @param level null where the model isn't told it */
        float[] noise(float[] picture, Image shape, @Nullable Float level);

        /** The level of noise in each of some windows, one after the other. @param window the shape of each */
        float[] levels(float[] windows, Image window);
    }

    /** @param level of the noise that was removed, as it was given or estimated; null where the model isn't told it */
    public record Denoised(float[] values, @Nullable Double level) {}

    /**
     * @param picture {@code [c, h, w]}; values may lie outside of [0,1], and so may the result's
     * @param given a standard deviation of pixels in [0,1], or null to have it estimated
     */
    public Denoised denoise(float[] picture, Image shape, @Nullable Double given) {
        if (levels == null) {
            return new Denoised(without(picture, finder.noise(picture, shape, null), 1), null);
        }
        double level = given != null ? given : estimate(picture, shape);
        double contrast = levels.contrast(level);
        float[] noise = finder.noise(ofContrast(picture, contrast), shape, (float) levels.told(level));
        double share = levels.share(level, meanSquare(noise)) / contrast;
        return new Denoised(without(picture, noise, share), level);
    }

    /** Reads windows of a picture that is too large for the memory. */
    public interface Reader {
        /** {@code [c, height, width]}. */
        float[] window(int top, int left, int height, int width);
    }

    /**
     * What is decided once for a picture that is denoised part by part.
     *
     * @param level of the noise, as it was given or estimated; null where the model isn't told it
     * @param told to the model of the level, or null
     * @param contrast by which the picture's is multiplied first
     * @param share of what is found that is subtracted
     */
    public record Strength(@Nullable Double level, @Nullable Float told, double contrast, double share) {}

    /** @param given a standard deviation of pixels in [0,1], or null to have it estimated */
    public Strength strength(Reader picture, Image shape, @Nullable Double given) {
        if (levels == null) {
            return new Strength(null, null, 1, 1);
        }
        Windows windows = Windows.of(shape, windowSide);
        double level = given != null ? given : estimateIn(windows.cut(picture), windows.window());
        float told = (float) levels.told(level);
        double contrast = levels.contrast(level);
        double meanSquare = 0;
        if (level < levels.lowest()) {
            Windows samples = Windows.of(shape, SAMPLE_SIDE);
            meanSquare = meanSquareOfNoise(samples.cut(picture), samples.window(), told);
        }
        return new Strength(level, told, contrast, levels.share(level, meanSquare) / contrast);
    }

    private double meanSquareOfNoise(float[] windows, Image window, float told) {
        int count = windows.length / window.size();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            float[] one = Arrays.copyOfRange(windows, i * window.size(), (i + 1) * window.size());
            sum += meanSquare(finder.noise(one, window, told));
        }
        return sum / count;
    }

    /** A part of a picture, of which what is farther from its edges than the model reaches is as that of the whole. */
    public float[] denoisePart(float[] part, Image shape, Strength strength) {
        return without(part, finder.noise(ofContrast(part, strength.contrast), shape, strength.told), strength.share);
    }

    private double estimate(float[] picture, Image shape) {
        Windows windows = Windows.of(shape, windowSide);
        return estimateIn(windows.cut(picture), windows.window());
    }

    /** The median over windows: those that are all texture don't count. */
    private double estimateIn(float[] windows, Image window) {
        float[] found = finder.levels(windows, window);
        Arrays.sort(found);
        return Math.max(0, (found[(found.length - 1) / 2] + found[found.length / 2]) / 2);
    }

    private static float[] ofContrast(float[] picture, double contrast) {
        if (contrast == 1) {
            return picture;
        }
        float[] other = new float[picture.length];
        for (int i = 0; i < other.length; i++) {
            other[i] = (float) (0.5 + (picture[i] - 0.5) * contrast);
        }
        return other;
    }

    private static double meanSquare(float[] noise) {
        double sum = 0;
        for (float value : noise) {
            sum += (double) value * value;
        }
        return sum / noise.length;
    }

    private static float[] without(float[] picture, float[] noise, double share) {
        float[] rest = new float[picture.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = (float) (picture[i] - share * noise[i]);
        }
        return rest;
    }
}
