package dev.latent.registry.archive;

import dev.latent.registry.Artifact;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.FileUtils;

/**
 * The {@code latent} export: a stored zip of a version's artifacts and notes, the same bytes for the same content.
 *
 * @param folder holds the artifacts
 * @param notes what is learned of the version and travels with it, by file name
 */
public record VersionArchive(Path folder, List<Artifact> artifacts, SortedMap<String, byte[]> notes) {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** Of all that it holds. */
    public String digest() {
        Stream<Artifact> others = notes.entrySet().stream().map(note -> Artifact.of(note.getKey(), note.getValue()));
        return Artifact.digest(Stream.concat(artifacts.stream(), others).toList());
    }

    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Artifact artifact : artifacts) {
            Path file = folder.resolve(artifact.name());
            zip.putNextEntry(stored(artifact.name(), artifact.bytes(), FileUtils.checksumCRC32(file.toFile())));
            Files.copy(file, zip);
        }
        for (Map.Entry<String, byte[]> note : notes.entrySet()) {
            CRC32 checksum = new CRC32();
            checksum.update(note.getValue());
            zip.putNextEntry(stored(note.getKey(), note.getValue().length, checksum.getValue()));
            zip.write(note.getValue());
        }
        zip.finish();
    }

    private static ZipEntry stored(String name, long bytes, long checksum) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes);
        entry.setCrc(checksum);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }
}
