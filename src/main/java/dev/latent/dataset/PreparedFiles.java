package dev.latent.dataset;

import dev.latent.dataset.Manifest.Extent;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;

/** The raw files in a prepared folder. */
record PreparedFiles(Path folder) {
    Path values(Split split) {
        return folder.resolve(split + ".values");
    }

    /** Little-endian int32, there only where the dataset has classes. */
    Path labels(Split split) {
        return folder.resolve(split + ".labels");
    }

    SampleSource map(DatasetLayout layout, Extent extent) throws IOException {
        SampleShape shape = layout.shape();
        if (extent.count() == 0) {
            return new NoSamples(shape);
        }
        MappedRecords values = MappedRecords.map(values(extent.file()), layout.sampleBytes());
        MappedRecords labels =
                layout.classes() == null ? null : MappedRecords.map(labels(extent.file()), Integer.BYTES);
        if (values.count() < (long) extent.from() + extent.count()
                || labels != null && labels.count() != values.count()) {
            throw new IOException(folder + " holds fewer samples than its " + Manifest.FILE + " says");
        }
        return new StoredSamples(shape, SampleValues.of(layout.storage(), values, shape.size()), labels, extent);
    }
}
