package dev.latent.registry;

import dev.latent.family.folder.ModelFolder;
import dev.latent.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of versions, in folders {@code MODEL/VERSION/} that describe themselves: what was published, and
 * {@code version.json}, the {@link ModelVersion}. A version's folder appears, and goes, by one rename.
 */
@Component
class ArtifactStore {
    private static final Logger LOG = LoggerFactory.getLogger(ArtifactStore.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path root;
    private final Path aside;

    ArtifactStore(RegistryProperties properties) {
        root = properties.directory().toAbsolutePath();
        aside = root.resolve(".aside");
    }

    Path folder(String model, int version) {
        return root.resolve(model).resolve(String.valueOf(version));
    }

    /** Copies the files of {@code source} aside, to be {@link #put} or closed. */
    StagedVersion stage(Path source) {
        try {
            return StagedVersion.copy(source, temporaryFolder());
        } catch (IOException e) {
            throw new UncheckedIOException("the version's files could not be copied", e);
        }
    }

    Path temporaryFolder() throws IOException {
        Files.createDirectories(aside);
        return Files.createTempDirectory(aside, "version-");
    }

    /** Moves the staged files to where versions are found. */
    void put(StagedVersion staged, ModelVersion version) {
        Path folder = folder(version.model(), version.version());
        try {
            Path record = staged.folder().resolve(StagedVersion.RECORD);
            Files.write(record, JSON.writeValueAsBytes(version));
            StagedVersion.sync(record);
            StagedVersion.sync(staged.folder());
            Files.createDirectories(folder.getParent());
            Files.move(staged.folder(), folder, StandardCopyOption.ATOMIC_MOVE);
            StagedVersion.sync(folder.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(version.title() + " could not be stored", e);
        }
    }

    /** Removes what publishings left aside when their process ended. */
    void sweep(Instant notTouchedSince) {
        for (String name : names(aside).toList()) {
            Path left = aside.resolve(name);
            if (left.toFile().lastModified() < notTouchedSince.toEpochMilli()) {
                FileSystemUtils.deleteRecursively(left.toFile());
            }
        }
    }

    void remove(String model, int version) {
        Path folder = folder(model, version);
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Path gone = temporaryFolder().resolve("gone");
            Files.move(folder, gone, StandardCopyOption.ATOMIC_MOVE);
            FileSystemUtils.deleteRecursively(gone.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("version " + version + " of '" + model + "' could not be removed", e);
        }
    }

    /** A version as its folder describes it; empty if it can't be one. */
    Optional<ModelVersion> read(String model, int version) {
        Path folder = folder(model, version);
        try {
            ModelVersion read = Files.exists(folder.resolve(StagedVersion.RECORD))
                    ? JSON.readValue(folder.resolve(StagedVersion.RECORD), ModelVersion.class)
                    : new ModelVersion(model, version, null, ModelFolder.read(folder), StagedVersion.artifacts(folder));
            return Optional.of(read).filter(it -> it.model().equals(model) && it.version() == version);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} can't be read", folder, e);
            return Optional.empty();
        }
    }

    /** The folder of a version whose files are as they were published. @throws Problem 409 if they are damaged */
    Path intact(ModelVersion version) {
        Path folder = folder(version.model(), version.version());
        for (Artifact artifact : version.artifacts()) {
            if (!isIntact(folder.resolve(artifact.name()), artifact)) {
                throw Problem.conflict(version.title() + " is damaged: its file '" + artifact.name()
                        + "' is missing or not as published; delete this version, or restore the file");
            }
        }
        return folder;
    }

    private static boolean isIntact(Path file, Artifact artifact) {
        try {
            return Files.size(file) == artifact.bytes() && Digests.of(file).equals(artifact.sha256());
        } catch (IOException e) {
            LOG.warn("{} can't be read", file, e);
            return false;
        }
    }

    /** The highest number that a folder has or, as far as notes tell, had. */
    int lastVersion(String model) {
        int highest = versions(model).stream().mapToInt(Integer::intValue).max().orElse(0);
        return Math.max(highest, notes(model).lastVersion());
    }

    ModelNotes notes(String model) {
        Path file = root.resolve(model).resolve(ModelNotes.FILE);
        try {
            return Files.isRegularFile(file) ? JSON.readValue(file, ModelNotes.class) : ModelNotes.NONE;
        } catch (RuntimeException e) {
            LOG.warn("{} can't be read", file, e);
            return ModelNotes.NONE;
        }
    }

    void keep(String model, ModelNotes notes) {
        Path folder = root.resolve(model);
        try {
            Files.createDirectories(folder);
            write(folder.resolve(ModelNotes.FILE), JSON.writeValueAsBytes(notes));
        } catch (IOException e) {
            throw new UncheckedIOException("the notes of " + model + " could not be written", e);
        }
    }

    Optional<Double> threshold(ModelVersion version) {
        try {
            return AnomalyThreshold.read(folder(version.model(), version.version()));
        } catch (IOException e) {
            LOG.warn("The anomaly threshold of {} can't be read", version.title(), e);
            return Optional.empty();
        }
    }

    void keep(ModelVersion version, double threshold) {
        keep(version, AnomalyThreshold.FILE, AnomalyThreshold.json(threshold));
    }

    /** What is learned of a version and travels with it. */
    List<Artifact> learned(ModelVersion version) throws IOException {
        if (threshold(version).isEmpty()) {
            return List.of();
        }
        Path file = folder(version.model(), version.version()).resolve(AnomalyThreshold.FILE);
        return List.of(new Artifact(AnomalyThreshold.FILE, Files.size(file), Digests.of(file)));
    }

    Optional<byte[]> find(ModelVersion version, VersionFinding finding) {
        Path file = folder(version.model(), version.version()).resolve(finding.file());
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    void keep(ModelVersion version, VersionFinding finding, byte[] content) {
        keep(version, finding.file(), content);
    }

    private void keep(ModelVersion version, String file, byte[] content) {
        try {
            write(folder(version.model(), version.version()).resolve(file), content);
        } catch (NoSuchFileException e) {
            LOG.debug("{} is not kept: version {} of {} is gone", file, version.version(), version.model(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written", e);
        }
    }

    /** By one rename. @throws NoSuchFileException if the file's folder is not there */
    private void write(Path file, byte[] content) throws IOException {
        Path temporary = temporaryFolder();
        try {
            Path written = temporary.resolve(file.getFileName());
            Files.write(written, content);
            StagedVersion.sync(written);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(temporary);
        }
    }

    /** The version numbers that there are folders for. */
    List<Integer> versions(String model) {
        return names(root.resolve(model))
                .filter(name -> name.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    List<String> models() {
        return names(root).filter(ModelName::isValid).sorted().toList();
    }

    private static Stream<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (var entries = Files.list(folder)) {
            return entries
                    .filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the registry's folder can't be read", e);
        }
    }
}
