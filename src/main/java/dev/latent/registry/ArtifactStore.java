package dev.latent.registry;

import dev.latent.family.folder.ModelFolder;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.ThresholdFile;
import dev.latent.problem.Problem;
import dev.latent.storage.DamagedFile;
import dev.latent.storage.Lease;
import dev.latent.storage.StagedFolder;
import dev.latent.storage.Storage;
import dev.latent.storage.StorageKey;
import dev.latent.storage.StorageUnavailable;
import dev.latent.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of versions, in folders {@code MODEL/VERSION} that describe themselves: what was published, and
 * {@code version.json}, the {@link ModelVersion}.
 */
@Component
class ArtifactStore {
    private static final Logger LOG = LoggerFactory.getLogger(ArtifactStore.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Storage storage;
    private final KnownThresholds thresholds;

    ArtifactStore(Stores stores, RegistryProperties properties) {
        storage = stores.open("models", properties.directory());
        thresholds = new KnownThresholds(storage);
    }

    private static StorageKey key(String model, int version) {
        return StorageKey.of(model, String.valueOf(version));
    }

    private static StorageKey key(ModelVersion version) {
        return key(version.model(), version.version());
    }

    /** Copies the files of {@code source}, to be {@link #put} or closed. */
    StagedVersion stage(Path source) throws IOException {
        StagedFolder folder = storage.stage();
        try {
            return StagedVersion.copy(source, folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Keeps the staged files as this version's. @return false if there are files of this version already */
    boolean put(StagedVersion staged, ModelVersion version) {
        try {
            staged.folder().add(StagedVersion.RECORD, JSON.writeValueAsBytes(version));
            return staged.folder().commit(key(version));
        } catch (IOException e) {
            throw new UncheckedIOException(version.title() + " could not be stored", e);
        }
    }

    void remove(String model, int version) {
        try {
            storage.delete(key(model, version));
            thresholds.forget(key(model, version));
        } catch (IOException e) {
            throw new UncheckedIOException("version " + version + " of '" + model + "' could not be removed", e);
        }
    }

    /** A version as its folder describes it; empty if it can't be one. */
    Optional<ModelVersion> read(String model, int version) {
        StorageKey key = key(model, version);
        try {
            Optional<byte[]> record = storage.read(key.child(StagedVersion.RECORD));
            ModelVersion read = record.isPresent()
                    ? JSON.readValue(record.get(), ModelVersion.class)
                    : withoutRecord(model, version, key);
            return Optional.of(read).filter(it -> it.model().equals(model) && it.version() == version);
        } catch (StorageUnavailable e) {
            throw e.unchecked();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} can't be read", key, e);
            return Optional.empty();
        }
    }

    private ModelVersion withoutRecord(String model, int version, StorageKey key) throws IOException {
        try (Lease lease = storage.lease(key).orElseThrow()) {
            List<Artifact> artifacts = storage.files(key).stream()
                    .filter(file -> StagedVersion.isArtifact(file.name()))
                    .map(Artifact::of)
                    .toList();
            return new ModelVersion(model, version, null, ModelFolder.read(lease.path()), artifacts);
        }
    }

    /**
     * A version's files.
     *
     * @param intact those that must be as they were published
     * @throws Problem 409 if one of them is damaged
     */
    Lease lease(ModelVersion version, List<Artifact> intact) {
        try {
            return storage.lease(
                    key(version), intact.stream().map(Artifact::stored).toList());
        } catch (DamagedFile damaged) {
            throw Problem.conflict(version.title() + " is damaged: its file '" + damaged.file()
                    + "' is missing or not as published; delete this version, or restore the file");
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + version.title() + " can't be read", e);
        }
    }

    /** The highest number that a folder has or, as far as notes tell, had. */
    int lastVersion(String model) {
        int highest = versions(model).stream().mapToInt(Integer::intValue).max().orElse(0);
        return Math.max(highest, notes(model).lastVersion());
    }

    ModelNotes notes(String model) {
        StorageKey key = StorageKey.of(model, ModelNotes.FILE);
        try {
            Optional<byte[]> notes = storage.read(key);
            return notes.isPresent() ? JSON.readValue(notes.get(), ModelNotes.class) : ModelNotes.NONE;
        } catch (StorageUnavailable e) {
            throw e.unchecked();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} can't be read", key, e);
            return ModelNotes.NONE;
        }
    }

    void keep(String model, ModelNotes notes) {
        try {
            storage.write(StorageKey.of(model, ModelNotes.FILE), JSON.writeValueAsBytes(notes));
        } catch (IOException e) {
            throw new UncheckedIOException("the notes of " + model + " could not be written", e);
        }
    }

    Optional<AnomalyThreshold> threshold(ModelVersion version) {
        return thresholds.get(key(version));
    }

    void keep(ModelVersion version, AnomalyThreshold threshold) {
        keep(version, ThresholdFile.NAME, ThresholdFile.json(threshold));
        thresholds.forget(key(version));
    }

    Optional<byte[]> find(ModelVersion version, VersionFinding finding) {
        try {
            return storage.read(key(version).child(finding.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(finding.file() + " of " + version.title() + " can't be read", e);
        }
    }

    void keep(ModelVersion version, VersionFinding finding, byte[] content) {
        keep(version, finding.file(), content);
    }

    private void keep(ModelVersion version, String file, byte[] content) {
        try {
            if (!storage.note(key(version), file, content)) {
                LOG.debug("{} is not kept: {} is gone", file, version.title());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
    }

    /** The version numbers that there are folders for. */
    List<Integer> versions(String model) {
        return names(StorageKey.of(model)).stream()
                .filter(VersionReference::isNumber)
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    List<String> models() {
        return names(StorageKey.ROOT).stream().filter(ModelName::isValid).toList();
    }

    private List<String> names(StorageKey parent) {
        try {
            return storage.list(parent);
        } catch (IOException e) {
            throw new UncheckedIOException("the registry's folders can't be listed", e);
        }
    }
}
