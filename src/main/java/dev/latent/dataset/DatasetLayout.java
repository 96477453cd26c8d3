package dev.latent.dataset;

import dev.latent.sample.PictureForm;
import dev.latent.sample.PictureSizes;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a dataset before its samples are written.
 *
 * @param classes the classes' names by label, or null where samples have no labels
 * @param source where it comes from, in words
 * @param table what is known of the columns of vectors
 * @param pictures how the pictures were read that it is made of, or null where it is made of others
 */
public record DatasetLayout(
        String name,
        SampleShape shape,
        @Nullable List<String> classes,
        ValueType storage,
        String source,
        TableLayout table,
        @Nullable PictureForm pictures) {
    /** Without names. */
    public DatasetLayout(
            String name, SampleShape shape, @Nullable List<String> classes, ValueType storage, String source) {
        this(name, shape, classes, storage, source, TableLayout.NAMELESS, null);
    }

    /** Not of pictures. */
    public DatasetLayout(
            String name,
            SampleShape shape,
            @Nullable List<String> classes,
            ValueType storage,
            String source,
            TableLayout table) {
        this(name, shape, classes, storage, source, table, null);
    }

    /** The same, of a table that more is known of. */
    public DatasetLayout with(TableLayout known) {
        return new DatasetLayout(name, shape, classes, storage, source, known);
    }

    /** The same, of pictures that are kept whole. */
    DatasetLayout with(PictureSizes sizes) {
        return new DatasetLayout(
                name,
                sizes.window(pixelChannels()),
                classes,
                storage,
                source,
                table,
                Objects.requireNonNull(pictures).with(sizes));
    }

    private int pixelChannels() {
        return ((SampleShape.Image) shape).channels();
    }

    /** Whether samples are the middles of pictures that are kept whole, each in its own size. */
    boolean ofWholePictures() {
        return pictures != null && pictures.sizes() != null;
    }

    /** Bytes a pixel takes on disk. */
    int pixelBytes() {
        return pixelChannels() * storage.width();
    }

    /** Bytes a sample takes on disk. */
    public int sampleBytes() {
        return Math.multiplyExact(shape.size(), storage.width());
    }

    int classCount() {
        return classes == null ? 0 : classes.size();
    }
}
