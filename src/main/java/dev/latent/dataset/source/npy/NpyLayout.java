package dev.latent.dataset.source.npy;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ValueType;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.exchange.npy.NpyHeader;
import dev.latent.sample.SampleShape;
import java.util.Arrays;

/**
 * What an array's dimensions mean: {@code [n, d]} vectors, {@code [n, h, w]} grey images, {@code [n, c, h, w]} or
 * {@code [n, h, w, c]} images of 1 or 3 channels, {@code [n]} single numbers.
 *
 * @param channelsLast whether a pixel's channels are together
 * @param storage uint8 for pixels that are unsigned bytes; float64 for numbers that float32 would round
 */
record NpyLayout(SampleShape shape, boolean channelsLast, ValueType storage) {
    static NpyLayout of(NpyHeader header, ImportOptions options, String path) throws DatasetRefused {
        int[] sizes = header.shape();
        if (sizes.length == 0 || header.count() == 0) {
            throw new DatasetRefused(path, "the array " + Arrays.toString(sizes) + " holds no samples");
        }
        if (header.rowSize() > Integer.MAX_VALUE) {
            throw DatasetRefused.tooLarge(path, "a sample of the array " + Arrays.toString(sizes) + " is too large");
        }
        if (sizes.length < 3) {
            return new NpyLayout(
                    new SampleShape.Vector((int) header.rowSize()),
                    false,
                    header.type().singles() ? ValueType.FLOAT32 : ValueType.FLOAT64);
        }
        requirePixels(header, options, path);
        boolean bytes = header.type().bytes() || header.type().booleans();
        ValueType storage = bytes ? ValueType.UINT8 : ValueType.FLOAT32;
        if (sizes.length == 3) {
            return new NpyLayout(new SampleShape.Image(1, sizes[1], sizes[2]), false, storage);
        }
        if (sizes.length == 4 && isChannels(sizes[1])) {
            return new NpyLayout(new SampleShape.Image(sizes[1], sizes[2], sizes[3]), false, storage);
        }
        if (sizes.length == 4 && isChannels(sizes[3])) {
            return new NpyLayout(new SampleShape.Image(sizes[3], sizes[1], sizes[2]), true, storage);
        }
        throw new DatasetRefused(
                path,
                "an array of samples is [n, d], [n, h, w], [n, c, h, w] or [n, h, w, c] with 1 or 3 channels, not "
                        + Arrays.toString(sizes));
    }

    /** Whether samples mean the same, however exactly they are known. */
    boolean isLike(NpyLayout other) {
        return shape.equals(other.shape) && channelsLast == other.channelsLast && bytes() == other.bytes();
    }

    /** The same, stored as doubles, as far as it is of numbers. */
    NpyLayout inDoubles() {
        return shape.isImage() ? this : new NpyLayout(shape, channelsLast, ValueType.FLOAT64);
    }

    boolean bytes() {
        return storage == ValueType.UINT8;
    }

    private static boolean isChannels(int size) {
        return size == 1 || size == 3;
    }

    /** Of other whole numbers nobody can tell what white is. */
    private static void requirePixels(NpyHeader header, ImportOptions options, String path) throws DatasetRefused {
        boolean known = !header.type().integer()
                || header.type().bytes()
                || header.type().booleans();
        if (!known && options.valueRange() == null) {
            throw new DatasetRefused(
                    path,
                    "pixels are uint8, bool or floats; for those of type "
                            + header.type().code() + " say with valueRange what they range over, as 0,255");
        }
    }
}
