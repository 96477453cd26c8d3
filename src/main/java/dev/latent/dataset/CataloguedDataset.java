package dev.latent.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A dataset of the catalogue: prepared at its first use, and opened once. */
final class CataloguedDataset {
    private static final Logger log = LoggerFactory.getLogger(CataloguedDataset.class);

    private final DatasetOrigin origin;
    private volatile @Nullable DatasetDescription description;
    private volatile @Nullable String refusal;
    private @Nullable Dataset open;

    CataloguedDataset(DatasetOrigin origin) {
        this.origin = origin;
    }

    DatasetOrigin origin() {
        return origin;
    }

    /** What is known by now. */
    @Nullable
    DatasetDescription description() {
        return description;
    }

    /** Why it can't be used, or null. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** Finds out what the dataset is, preparing it where that takes it. */
    synchronized DatasetDescription describe(Datasets others) throws IOException {
        DatasetDescription known = description;
        if (known == null) {
            Optional<DatasetDescription> announced = prepared() ? Optional.empty() : origin.describe(others);
            known = announced.isPresent() ? announced.get() : open(others).description();
            description = known;
        }
        return known;
    }

    synchronized Dataset open(Datasets others) throws IOException {
        Dataset dataset = open;
        if (dataset == null) {
            if (!prepared()) {
                prepare(others);
            }
            dataset = Dataset.open(origin.folder());
            open = dataset;
            description = dataset.description();
        }
        return dataset;
    }

    private void prepare(Datasets others) throws IOException {
        try {
            origin.prepare(others);
        } catch (DatasetRefused e) {
            refusal = e.getMessage();
            throw e;
        }
    }

    boolean available(Datasets others) {
        return refusal == null && origin.available(others);
    }

    private boolean prepared() {
        return Files.isRegularFile(origin.folder().resolve(Manifest.FILE));
    }

    /** Removes what a process left that ended while it prepared a dataset beside this one. */
    void removeAbandoned() {
        try {
            FolderInMaking.removeAbandoned(origin.folder().toAbsolutePath().getParent());
        } catch (IOException e) {
            log.warn("What is left of an earlier preparation can't be removed: {}", e.toString());
        }
    }

    /** Takes the dataset away for good. */
    synchronized void delete() throws IOException {
        if (open != null) {
            open.close();
        }
        FolderInMaking.deleteAtOnce(origin.folder());
    }
}
