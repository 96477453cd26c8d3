package dev.latent.dataset.source;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A dataset that a client sent; it is there prepared, or not at all. */
record UploadedDataset(String name, Path folder) implements DatasetOrigin {
    @Override
    public Optional<DatasetDescription> describe(Datasets others) {
        return Optional.empty();
    }

    @Override
    public void prepare(Datasets others) throws IOException {
        throw new IOException("the uploaded dataset " + name + " is gone from " + folder);
    }

    @Override
    public boolean removable() {
        return true;
    }
}
