package dev.latent.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** A copy of a version's files, synced to disk but not yet where versions are found. */
record StagedVersion(Path folder, List<Artifact> artifacts) implements AutoCloseable {
    static final String RECORD = "version.json";

    private static final Set<String> NOT_ARTIFACTS = Set.of(
            RECORD, AnomalyThreshold.FILE, VersionFinding.QUALITY_CARD.file(), VersionFinding.QUALITY_PAGE.file());

    /** Copies the files of {@code source}, all but a record of an earlier publishing. */
    static StagedVersion copy(Path source, Path folder) throws IOException {
        for (Path file : files(source)) {
            if (!file.getFileName().toString().equals(RECORD)) {
                Path copy = Files.copy(file, folder.resolve(file.getFileName().toString()), LinkOption.NOFOLLOW_LINKS);
                sync(copy);
            }
        }
        return new StagedVersion(folder, artifacts(folder));
    }

    static List<Artifact> artifacts(Path folder) throws IOException {
        List<Artifact> artifacts = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (!NOT_ARTIFACTS.contains(name)) {
                artifacts.add(new Artifact(name, Files.size(file), Digests.of(file)));
            }
        }
        return artifacts;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            if (!Files.isDirectory(file)) { // Windows opens no folders
                throw e;
            }
        }
    }

    /** Removes what was not moved into place. */
    @Override
    public void close() {
        FileSystemUtils.deleteRecursively(folder.toFile());
    }
}
