package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import dev.latent.sample.PictureSizes;
import dev.latent.sample.SampleShape;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes a prepared dataset, one sample after another; its {@code dataset.json} comes last. Where no sample was added to the validation split, it is the last
 * sixth of the training split.
 */
public final class DatasetWriter implements Closeable {
    private final DatasetLayout layout;
    private final Path folder;
    private final Map<Split, SplitWriter> splits = new EnumMap<>(Split.class);

    private DatasetWriter(DatasetLayout layout, Path folder) {
        this.layout = layout;
        this.folder = folder;
    }

    /** @param folder an empty one, or one that is not there yet */
    public static DatasetWriter create(Path folder, DatasetLayout layout) throws IOException {
        return new DatasetWriter(layout, Files.createDirectories(folder));
    }

    /**
     * Adds whole samples of bytes.
     *
     * @param labels one a sample; null for a dataset without classes, and where the samples of the test split have none
     * @throws IllegalArgumentException if the values make no whole samples, or a label is not of the layout's classes
     */
    public void add(Split split, byte[] values, int @Nullable [] labels) throws IOException {
        require(layout.storage() == ValueType.UINT8, "this dataset stores no bytes");
        writer(split).add(values, labels);
    }

    /** Adds whole samples of finite floats. */
    public void add(Split split, float[] values, int @Nullable [] labels) throws IOException {
        require(layout.storage() == ValueType.FLOAT32, "this dataset stores no floats");
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        writer(split).add(bytes.array(), labels);
    }

    /** Adds whole rows of finite differences to their columns' offsets. */
    public void add(Split split, double[] differences, int @Nullable [] labels) throws IOException {
        require(layout.storage() == ValueType.FLOAT64, "this dataset stores no doubles");
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(differences.length, Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(differences);
        writer(split).add(bytes.array(), labels);
    }

    /** Adds a picture of its own size. @param values bytes, or little-endian floats as the layout has it */
    public void add(Split split, SampleShape.Image size, byte[] values, int @Nullable [] label) throws IOException {
        writer(split).add(size, values, label);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private SplitWriter writer(Split split) throws IOException {
        SplitWriter writer = splits.get(split);
        if (writer == null) {
            writer = new SplitWriter(layout, new PreparedFiles(folder), split);
            splits.put(split, writer);
        }
        return writer;
    }

    /** How many samples a split has so far. */
    public int count(Split split) {
        SplitWriter writer = splits.get(split);
        return writer == null ? 0 : writer.count();
    }

    /** Describes what was written. @throws IllegalArgumentException if it has no training sample */
    public DatasetDescription finish() throws IOException {
        return finish(null);
    }

    /** @param derivation a digest of what the samples are computed from, in place of one of the samples, or null */
    public DatasetDescription finish(@Nullable String derivation) throws IOException {
        require(count(Split.TRAIN) > 0, "a dataset needs at least one training sample");
        for (SplitWriter writer : splits.values()) {
            writer.finish();
        }
        Map<Split, Extent> extents = extents();
        return describe(layout, extents, derivation == null ? digest(layout, extents) : derivation);
    }

    private DatasetDescription describe(DatasetLayout written, Map<Split, Extent> extents, String digest)
            throws IOException {
        DatasetDescription description = new ContentSummary(written, extents).describe(folder, digest);
        Manifest manifest = new Manifest(Manifest.version(written), description, written.storage(), extents);
        Files.write(folder.resolve(Manifest.FILE), manifest.toJson());
        return description;
    }

    /**
     * Describes pictures that were added with their sizes: ones of one size, unless they are of several.
     *
     * @param mostValues a larger picture is kept whole whatever the sizes of the others
     */
    public DatasetDescription finishPictures(int mostValues) throws IOException {
        PictureSizes range = splits.values().stream()
                .map(writer -> writer.sizes().range())
                .filter(Objects::nonNull)
                .reduce(PictureSizes::with)
                .orElseThrow(() -> new IllegalArgumentException("there are no pictures"));
        if (range.equal() && layout.shape().size() <= mostValues) {
            return finish();
        }
        require(count(Split.TRAIN) > 0, "a dataset needs at least one training sample");
        StringBuilder sizes = new StringBuilder();
        for (Map.Entry<Split, SplitWriter> split : splits.entrySet()) {
            split.getValue().finish();
            Path file = new PreparedFiles(folder).sizes(split.getKey());
            sizes.append("sizes of ")
                    .append(split.getKey())
                    .append(' ')
                    .append(split.getValue().sizes().writeTo(file, layout.pixelBytes()))
                    .append('\n');
        }
        Map<Split, Extent> extents = extents();
        DatasetLayout whole = layout.with(range);
        return describe(whole, extents, DigestUtils.sha256Hex(digest(whole, extents) + sizes));
    }

    private String digest(DatasetLayout written, Map<Split, Extent> extents) {
        StringBuilder content = new StringBuilder("latent dataset 1\n");
        content.append(Arrays.toString(written.shape().dimensions()))
                .append(' ')
                .append(layout.storage());
        content.append('\n')
                .append(layout.classes())
                .append('\n')
                .append(layout.table().digested());
        extents.forEach((split, extent) -> content.append(
                split + " is " + extent.count() + " of " + extent.file() + " from " + extent.from() + "\n"));
        splits.forEach((split, writer) -> content.append(split + " " + writer.digest() + "\n"));
        return DigestUtils.sha256Hex(content.toString());
    }

    private Map<Split, Extent> extents() {
        Map<Split, Extent> extents = new EnumMap<>(Split.class);
        splits.forEach((split, writer) -> extents.put(
                split, new Extent(split, 0, writer.count(), layout.classes() != null && !writer.labelled())));
        int train = count(Split.TRAIN);
        if (count(Split.VALIDATION) == 0) {
            int kept = train - train / 6;
            extents.put(Split.TRAIN, new Extent(Split.TRAIN, 0, kept));
            extents.put(Split.VALIDATION, new Extent(Split.TRAIN, kept, train - kept));
        }
        extents.putIfAbsent(Split.TEST, new Extent(Split.TEST, 0, 0));
        return extents;
    }

    @Override
    public void close() throws IOException {
        for (SplitWriter writer : splits.values()) {
            writer.close();
        }
    }
}
