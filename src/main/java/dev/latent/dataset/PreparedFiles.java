package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import dev.latent.sample.Columns;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The raw files in a prepared folder. */
record PreparedFiles(Path folder) {
    Path values(Split split) {
        return folder.resolve(split + ".values");
    }

    /** Little-endian int32, there only where the split has labels. */
    Path labels(Split split) {
        return folder.resolve(split + ".labels");
    }

    /** Where each picture begins and how large it is, there only where they have sizes of their own. */
    Path sizes(Split split) {
        return folder.resolve(split + ".sizes");
    }

    /** @param columns of vectors, or null where they are not known yet */
    SampleSource map(DatasetLayout layout, Extent extent, @Nullable Columns columns) throws IOException {
        if (extent.count() == 0) {
            return new NoSamples(layout.shape());
        }
        return layout.ofWholePictures() ? middles(layout, extent) : stored(layout, extent, columns);
    }

    private SampleSource middles(DatasetLayout layout, Extent extent) throws IOException {
        SampleShape.Image window = (SampleShape.Image) layout.shape();
        MappedRecords sizes = MappedRecords.map(sizes(extent.file()), WrittenSizes.RECORD_BYTES);
        MappedRecords labels = labels(layout, extent);
        requireEnough(extent, sizes, labels);
        StoredPictures pictures = new StoredPictures(
                window.channels(), layout.storage(), MappedBytes.map(values(extent.file())), sizes, extent);
        return new MiddlesOfPictures(window, pictures, labels);
    }

    StoredSamples stored(DatasetLayout layout, Extent extent, @Nullable Columns columns) throws IOException {
        MappedRecords values = MappedRecords.map(values(extent.file()), layout.sampleBytes());
        MappedRecords labels = labels(layout, extent);
        requireEnough(extent, values, labels);
        SampleValues stored =
                SampleValues.of(layout.storage(), values, layout.shape().size());
        return new StoredSamples(layout.shape(), stored, columns, labels, extent);
    }

    private @Nullable MappedRecords labels(DatasetLayout layout, Extent extent) throws IOException {
        return layout.classes() == null || extent.unlabelled()
                ? null
                : MappedRecords.map(labels(extent.file()), Integer.BYTES);
    }

    private void requireEnough(Extent extent, MappedRecords samples, @Nullable MappedRecords labels)
            throws IOException {
        if (samples.count() < (long) extent.from() + extent.count()
                || labels != null && labels.count() != samples.count()) {
            throw new IOException(folder + " holds fewer samples than its " + Manifest.FILE + " says");
        }
    }
}
