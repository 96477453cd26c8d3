package dev.latent.dataset;

import dev.latent.files.AtomicFolder;
import dev.latent.storage.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A dataset that each machine prepares for itself. */
public interface LocalOrigin extends DatasetOrigin {
    /** Where the prepared folder is, or will be. The path changes when the content would. */
    Path folder();

    /** What is known of the dataset before it is prepared; empty where only preparing can tell. */
    Optional<DatasetDescription> announced(Datasets others) throws IOException;

    /**
     * Writes the prepared files into an empty folder.
     *
     * @throws DatasetRefused if what it is made from is broken
     */
    void prepare(Path target, Datasets others) throws IOException;

    @Override
    default Optional<DatasetDescription> describe(Datasets others) throws IOException {
        Path manifest = folder().resolve(Manifest.FILE);
        return Files.isRegularFile(manifest)
                ? Optional.of(DatasetDescription.ofManifest(Files.readAllBytes(manifest)))
                : announced(others);
    }

    @Override
    default Lease lease(Datasets others) throws IOException {
        if (!Files.isRegularFile(folder().resolve(Manifest.FILE))) {
            try (AtomicFolder aside = AtomicFolder.of(folder())) {
                prepare(aside.path(), others);
                aside.publish();
            }
        }
        return Lease.lasting(folder());
    }
}
