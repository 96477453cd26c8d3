package dev.latent.dataset;

import dev.latent.dataset.PictureSource.Window;
import dev.latent.sample.SampleShape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of any sizes where all must be of one shape: the middle of each, mirrored at its edges where it is smaller.
 *
 * @param labels by the numbers of stored pictures, or null
 */
record MiddlesOfPictures(
        SampleShape.Image shape,
        StoredPictures pictures,
        @Nullable MappedRecords labels) implements SampleSource {
    @Override
    public int count() {
        return pictures.count();
    }

    @Override
    public int label(int index) {
        int stored = pictures.extent().from() + Objects.checkIndex(index, count());
        return labels == null ? -1 : labels.mapping(stored).getInt(labels.offset(stored));
    }

    @Override
    public boolean labelled() {
        return labels != null;
    }

    @Override
    public void copy(int index, float[] target, int offset) {
        SampleShape.Image picture = pictures.shape(index);
        int height = Math.min(shape.height(), picture.height());
        int width = Math.min(shape.width(), picture.width());
        float[] seen = new float[picture.channels() * height * width];
        pictures.copy(
                index,
                new Window((picture.height() - height) / 2, (picture.width() - width) / 2, height, width),
                seen,
                0);
        int to = offset;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < shape.height(); y++) {
                int row = (channel * height + mirrored(y, shape.height(), height)) * width;
                for (int x = 0; x < shape.width(); x++) {
                    target[to++] = seen[row + mirrored(x, shape.width(), width)];
                }
            }
        }
    }

    /** Where what stands in the middle has what is wanted; the edges are not repeated. */
    private static int mirrored(int place, int wanted, int there) {
        int period = Math.max(1, 2 * (there - 1));
        int inside = Math.floorMod(place - (wanted - there) / 2, period);
        return inside < there ? inside : period - inside;
    }

    @Override
    public boolean bytes() {
        return false;
    }

    @Override
    public void copyBytes(int[] indices, ByteBuffer target) {
        throw new UnsupportedOperationException("parts of pictures are read as floats");
    }

    @Override
    public void copyFloats(int[] indices, FloatBuffer target) {
        float[] one = new float[shape.size()];
        for (int index : indices) {
            copy(index, one, 0);
            target.put(one);
        }
    }
}
