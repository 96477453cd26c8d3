package dev.latent.dataset;

import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * Random access to the samples of a split. Any number of threads may read. An index outside {@code 0 … count() - 1} is
 * an {@link IndexOutOfBoundsException}.
 */
public interface SampleSource {
    SampleShape shape();

    int count();

    /** The class of a sample, or −1 where samples have no labels. */
    int label(int index);

    /** Writes {@code shape().size()} values as models see them: pixels in [0,1], standardized columns. */
    void copy(int index, float[] target, int offset);

    /** Whether the samples are stored as bytes, so that {@link #copyBytes} can be used; pixel = byte / 255. */
    boolean bytes();

    /**
     * Puts the unsigned bytes of many samples, one after the other, at the target's position and moves it.
     *
     * @throws UnsupportedOperationException unless {@link #bytes()}
     */
    void copyBytes(int[] indices, ByteBuffer target);

    /** Puts the values of many samples, as {@link #copy} gives them, at the target's position and moves it. */
    void copyFloats(int[] indices, FloatBuffer target);

    /** Writes a label for each index, −1 where there are none. */
    default void copyLabels(int[] indices, long[] target) {
        for (int i = 0; i < indices.length; i++) {
            target[i] = label(indices[i]);
        }
    }

    /** Whether samples have labels. */
    default boolean labelled() {
        return count() > 0 && label(0) >= 0;
    }

    /**
     * The rows {@code from … from + count - 1} in the dataset's own units.
     *
     * @throws UnsupportedOperationException for images
     */
    default Table table(int from, int count) {
        throw new UnsupportedOperationException("images have no columns");
    }

    /** The same for any samples: images in [0,1], vectors in the dataset's own units. */
    default SampleData data(int from, int count) {
        return shape().isImage() ? range(from, count) : table(from, count);
    }

    /** The samples {@code from … from + count - 1}, as models see them. */
    default Samples range(int from, int count) {
        return select(IntStream.range(from, from + count).toArray());
    }

    /**
     * The same images as pictures, each of its own size where they differ.
     *
     * @throws UnsupportedOperationException for vectors
     */
    default PictureSource pictures() {
        if (!shape().isImage()) {
            throw new UnsupportedOperationException("vectors are no pictures");
        }
        return new EqualPictures(this);
    }

    /** These samples as a source of their own. */
    default SampleSource only(int[] indices) {
        return new SelectedSamples(this, indices);
    }

    default Samples select(int[] indices) {
        float[] values = new float[Math.multiplyExact(indices.length, shape().size())];
        int[] labels = labelled() ? new int[indices.length] : null;
        for (int i = 0; i < indices.length; i++) {
            copy(indices[i], values, i * shape().size());
            if (labels != null) {
                labels[i] = label(indices[i]);
            }
        }
        return new Samples(shape(), values, labels);
    }
}
