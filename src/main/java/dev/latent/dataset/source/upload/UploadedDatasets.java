package dev.latent.dataset.source.upload;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.DatasetOrigins;
import dev.latent.files.Unfinished;
import dev.latent.home.LatentHome;
import dev.latent.problem.Problem;
import dev.latent.storage.Lease;
import dev.latent.storage.StagedFolder;
import dev.latent.storage.Storage;
import dev.latent.storage.StorageKey;
import dev.latent.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What clients sent: found in the table, kept in the storage. A dataset is there once its row is. */
@Component
@Order(2)
public class UploadedDatasets implements DatasetOrigins {
    static final String MANIFEST = "dataset.json";
    private static final int MOST_PARSED = 1000;

    private final UploadedRows rows;
    private final Storage storage;
    private final Cache<String, UploadedDataset> parsed =
            Caffeine.newBuilder().maximumSize(MOST_PARSED).build();

    public UploadedDatasets(UploadedRows rows, Stores stores, LatentHome home) throws IOException {
        Path onDisk = home.resolve("datasets").resolve("uploaded");
        Unfinished.sweep(onDisk, Instant.now()); // as versions without a storage left them
        this.rows = rows;
        this.storage = stores.open("datasets", onDisk);
        new UploadedCheck(rows, storage).run();
    }

    @Override
    public List<DatasetOrigin> all() {
        return rows.folders().stream()
                .flatMap(folder -> Optional.ofNullable(parsed(folder)).stream())
                .<DatasetOrigin>map(dataset -> dataset)
                .toList();
    }

    @Override
    public Optional<DatasetOrigin> find(String name) {
        return rows.folder(name).map(this::parsed);
    }

    /** Null if it was just deleted. */
    private @Nullable UploadedDataset parsed(String folder) {
        return parsed.get(
                folder,
                it -> rows.document(it)
                        .map(document -> new UploadedDataset(this, it, describe(document)))
                        .orElse(null));
    }

    private static DatasetDescription describe(String document) {
        try {
            return DatasetDescription.ofManifest(document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the prepared files of one more are to be written. */
    StagedFolder stage() throws IOException {
        return storage.stage();
    }

    /** Keeps prepared files as a dataset. @return false if its name is taken */
    boolean add(String name, StagedFolder prepared) throws IOException {
        String manifest = Files.readString(prepared.path().resolve(MANIFEST));
        String folder = name + "." + UUID.randomUUID();
        prepared.commit(StorageKey.of(folder));
        if (rows.insert(name, folder, manifest) || rows.folder(name).equals(Optional.of(folder))) {
            return true;
        }
        storage.delete(StorageKey.of(folder));
        return false;
    }

    Lease lease(UploadedDataset dataset) throws IOException {
        return storage.lease(StorageKey.of(dataset.folder()))
                .orElseThrow(() -> Problem.notFound("The files of the dataset " + dataset.name() + " are gone"));
    }

    void delete(UploadedDataset dataset) throws IOException {
        rows.startDeleting(dataset.folder());
        storage.delete(StorageKey.of(dataset.folder()));
        rows.delete(dataset.folder());
    }
}
