package dev.latent.dataset;

import dev.latent.storage.Lease;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dataset that this process knows: prepared at its first use, and opened once. */
final class CataloguedDataset {
    private final DatasetOrigin origin;
    private volatile @Nullable DatasetDescription description;
    private volatile @Nullable String refusal;
    private @Nullable Opened opened;
    private Instant lastOpened = Instant.MIN;

    CataloguedDataset(DatasetOrigin origin) {
        this.origin = origin;
    }

    /** @param files what it is mapped from */
    private record Opened(Dataset dataset, Lease files) {}

    String name() {
        return origin.name();
    }

    DatasetOrigin origin() {
        return origin;
    }

    /** What is known by now. */
    Optional<DatasetDescription> description() {
        return Optional.ofNullable(description).or(origin::known);
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
            Optional<DatasetDescription> described = origin.describe(others);
            known = described.isPresent()
                    ? described.get()
                    : open(others, Instant.MIN).description();
            description = known;
        }
        return known;
    }

    synchronized Dataset open(Datasets others, Instant now) throws IOException {
        lastOpened = now;
        Opened open = opened;
        if (open == null) {
            open = open(lease(others));
            opened = open;
            description = open.dataset.description();
        }
        return open.dataset;
    }

    private static Opened open(Lease files) throws IOException {
        try {
            return new Opened(Dataset.open(files.path()), files);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    synchronized Lease lease(Datasets others) throws IOException {
        try {
            return origin.lease(others);
        } catch (DatasetRefused e) {
            refusal = e.getMessage();
            throw e;
        }
    }

    boolean available(Datasets others) {
        return refusal == null && origin.available(others);
    }

    /** Gives its files up, where nobody has asked for them for long: they may be copies that take room. */
    synchronized void closeIfUnusedSince(Instant time) {
        if (lastOpened.isBefore(time)) {
            close();
        }
    }

    /** Gives its files up; who reads its samples may go on. */
    synchronized void close() {
        if (opened != null) {
            opened.dataset.close();
            opened.files.close();
            opened = null;
        }
    }
}
