package dev.latent.dataset.source.upload;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.Datasets;
import dev.latent.storage.Lease;
import java.io.IOException;
import java.util.Optional;

/**
 * A dataset that a client sent.
 *
 * @param folder its files, which are no other dataset's: a name may be used again
 */
record UploadedDataset(UploadedDatasets place, String folder, DatasetDescription description) implements DatasetOrigin {
    @Override
    public String name() {
        return description.name();
    }

    @Override
    public Optional<DatasetDescription> known() {
        return Optional.of(description);
    }

    @Override
    public Optional<DatasetDescription> describe(Datasets others) {
        return known();
    }

    @Override
    public Lease lease(Datasets others) throws IOException {
        return place.lease(this);
    }

    @Override
    public boolean delete() throws IOException {
        place.delete(this);
        return true;
    }
}
