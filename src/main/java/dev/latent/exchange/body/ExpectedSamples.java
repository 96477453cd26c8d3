package dev.latent.exchange.body;

import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import org.jspecify.annotations.Nullable;

/**
 * What a body may hold.
 *
 * @param shape of one sample
 * @param maxCount the most samples of that shape that are taken; a larger body is 413
 * @param size which sizes of picture are taken
 * @param table what vectors are rows of; null where they are taken as they are
 */
public record ExpectedSamples(
        SampleShape shape,
        int maxCount,
        PictureSize size,
        @Nullable ExpectedTable table) {
    /** Four times the strongest noise; nobody sends 0 to 255 for 0 to 1 unnoticed. */
    private static final double MOST_BEYOND = 16;

    /** Samples of one shape; a PNG may hold a grid of them. */
    public static ExpectedSamples of(SampleShape shape, int maxCount) {
        return new ExpectedSamples(shape, maxCount, PictureSize.GRID, null);
    }

    /** Pictures of any size with the shape's channels, together no more pixels than {@code maxCount} of the shape. */
    public static ExpectedSamples ofAnySize(SampleShape shape, int maxCount) {
        return new ExpectedSamples(shape, maxCount, PictureSize.ANY, null);
    }

    /** The same, of a table. @param ofTable null for pictures and codes */
    public ExpectedSamples of(@Nullable ExpectedTable ofTable) {
        return new ExpectedSamples(shape, maxCount, size, ofTable);
    }

    /** The most values that are taken. */
    public long maxValues() {
        return (long) maxCount * shape.size();
    }

    /** Whether a pixel may have this value: one in [0,1], or where pictures of any size may be noisy, one beyond. */
    public boolean takes(double pixel) {
        double beyond = size == PictureSize.ANY ? MOST_BEYOND : 0;
        return pixel >= -beyond && pixel <= 1 + beyond;
    }

    /** {@link #takes} in words. */
    public String taken() {
        return size == PictureSize.ANY
                ? "a pixel lies in [0, 1], or not far beyond where it is noisy"
                : "a pixel lies in [0, 1]";
    }

    /** What a body is told that holds more. */
    public Problem tooMany() {
        return Problem.tooLarge("at most " + maxCount + " samples of " + shape.size() + " values are taken at once");
    }

    /** How a picture's size relates to the shape's. */
    public enum PictureSize {
        /** A picture is one sample, or a grid of whole samples without separators, row by row. */
        GRID,
        /** A picture is one sample of its own height and width. */
        ANY
    }
}
