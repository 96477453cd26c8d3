package dev.latent.registry;

import dev.latent.problem.Problem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The {@code latent} export: a stored zip of a version's artefacts and its anomaly threshold, the same bytes for the same files. */
final class VersionArchive {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST_FILES = 64;
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private VersionArchive() {}

    static void write(Path folder, List<Artifact> artifacts, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Artifact artifact : artifacts) {
            Path file = folder.resolve(artifact.name());
            zip.putNextEntry(stored(artifact, checksum(file)));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static ZipEntry stored(Artifact artifact, long checksum) {
        ZipEntry entry = new ZipEntry(artifact.name());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(artifact.bytes());
        entry.setCrc(checksum);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue();
    }

    /**
     * Unpacks an archive from anywhere into an empty folder.
     *
     * @param maxBytes how much may come out of it
     * @throws Problem 400 or 413, naming the entry
     */
    static void read(Path archive, Path folder, long maxBytes) throws IOException {
        Allowance allowance = new Allowance(maxBytes);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw Problem.badBody("an export of a version has at most " + MOST_FILES + " files");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = allowance.limit(zip.getInputStream(entry))) {
                    unpack(entry, content, folder);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw Problem.badBody("the body is not a zip as made by export?format=latent: " + e.getMessage());
        }
    }

    private static void unpack(ZipEntry entry, InputStream content, Path folder) throws IOException {
        String name = entry.getName();
        if (!NAME.matcher(name).matches()) {
            throw Problem.badBody("entry '" + name + "' is not a plain file name; an export has no folders");
        }
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            throw Problem.badBody("two entries are named '" + name + "'");
        }
        Files.copy(content, file);
        if (checksum(file) != entry.getCrc()) {
            throw Problem.badBody("entry '" + name + "' does not match its checksum");
        }
    }

    /** Counts down over all entries. */
    private static final class Allowance {
        private final long most;
        private long left;

        Allowance(long most) {
            this.most = most;
            this.left = most;
        }

        InputStream limit(InputStream in) {
            return new FilterInputStream(in) {
                @Override
                public int read() throws IOException {
                    int value = super.read();
                    spend(value < 0 ? 0 : 1);
                    return value;
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int count = super.read(buffer, offset, length);
                    spend(Math.max(0, count));
                    return count;
                }
            };
        }

        private void spend(int count) {
            left -= count;
            if (left < 0) {
                throw Problem.tooLarge("the version is larger than " + most
                        + " bytes unpacked, the most that may be imported (latent.registry.max-import)");
            }
        }
    }
}
