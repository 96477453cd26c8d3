package dev.latent.registry;

import dev.latent.files.Folders;
import dev.latent.measure.ThresholdFile;
import dev.latent.storage.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A copy of a version's files that is not yet where versions are found. */
record StagedVersion(StagedFolder folder, List<Artifact> artifacts) implements AutoCloseable {
    static final String RECORD = "version.json";

    private static final Set<String> NOT_ARTIFACTS =
            Set.of(RECORD, ThresholdFile.NAME, VersionFinding.QUALITY_CARD.file(), VersionFinding.QUALITY_PAGE.file());

    /** Copies the files of {@code source}, all but a record of an earlier publishing. */
    static StagedVersion copy(Path source, StagedFolder folder) throws IOException {
        for (Path file : Folders.files(source)) {
            String name = file.getFileName().toString();
            if (!name.equals(RECORD)) {
                Files.copy(file, folder.path().resolve(name));
            }
        }
        List<Artifact> artifacts = folder.files().stream()
                .filter(file -> isArtifact(file.name()))
                .map(Artifact::of)
                .toList();
        return new StagedVersion(folder, artifacts);
    }

    /** Whether a file of this name never changes, as the digests of a version cover it. */
    static boolean isArtifact(String name) {
        return !NOT_ARTIFACTS.contains(name);
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        folder.close();
    }
}
