package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import dev.latent.sample.Columns;
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

    /** @param columns of vectors, or null where they are not known yet */
    SampleSource map(DatasetLayout layout, Extent extent, @Nullable Columns columns) throws IOException {
        return extent.count() == 0 ? new NoSamples(layout.shape()) : stored(layout, extent, columns);
    }

    StoredSamples stored(DatasetLayout layout, Extent extent, @Nullable Columns columns) throws IOException {
        MappedRecords values = MappedRecords.map(values(extent.file()), layout.sampleBytes());
        MappedRecords labels = layout.classes() == null || extent.unlabelled()
                ? null
                : MappedRecords.map(labels(extent.file()), Integer.BYTES);
        if (values.count() < (long) extent.from() + extent.count()
                || labels != null && labels.count() != values.count()) {
            throw new IOException(folder + " holds fewer samples than its " + Manifest.FILE + " says");
        }
        SampleValues stored =
                SampleValues.of(layout.storage(), values, layout.shape().size());
        return new StoredSamples(layout.shape(), stored, columns, labels, extent);
    }
}
