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

    /** The median over windows: those that are all texture don't count. */
    private double estimate(float[] picture, Image shape) {
        Windows windows = Windows.of(shape, windowSide);
        float[] found = finder.levels(windows.cut(picture), windows.window());
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
