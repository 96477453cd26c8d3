package dev.latent.dataset;

import dev.latent.storage.Lease;
import java.io.IOException;
import java.util.Optional;

/** Where a dataset comes from. What is another dataset has an origin that is not equal. */
public interface DatasetOrigin {
    String name();

    /** Whether what it is made from is there. */
    default boolean available(Datasets others) {
        return true;
    }

    /** What is known of the dataset at once; empty where files have to be looked at. */
    default Optional<DatasetDescription> known() {
        return Optional.empty();
    }

    /** What is known of the dataset without preparing it; empty where only preparing can tell. */
    Optional<DatasetDescription> describe(Datasets others) throws IOException;

    /**
     * Brings the prepared folder to this machine; where need be it is prepared.
     *
     * @throws DatasetRefused if what it is made from is broken
     */
    Lease lease(Datasets others) throws IOException;

    /** Takes the dataset away for good, where clients may want that. @return whether they may */
    default boolean delete() throws IOException {
        return false;
    }
}
