package dev.latent.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a dataset comes from, and how it becomes a prepared folder. */
public interface DatasetOrigin {
    String name();

    /** Where the prepared folder is, or will be. The path changes when the content would. */
    Path folder();

    /** Whether what it is made from is there. */
    default boolean available(Datasets others) {
        return true;
    }

    /** What is known of the dataset without preparing it; empty where only preparing can tell. */
    Optional<DatasetDescription> describe(Datasets others) throws IOException;

    /**
     * Writes the prepared folder.
     *
     * @throws DatasetRefused if what it is made from is broken
     */
    void prepare(Datasets others) throws IOException;

    /** Whether a client may delete it. */
    default boolean removable() {
        return false;
    }
}
