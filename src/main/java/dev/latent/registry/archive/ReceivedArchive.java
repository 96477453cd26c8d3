package dev.latent.registry.archive;

import dev.latent.files.BoundedInput;
import dev.latent.problem.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.FileUtils;

/**
 * What came in place of a {@link VersionArchive}; it may be anything.
 *
 * @param maxBytes how much may come out of it
 */
record ReceivedArchive(Path file, long maxBytes) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST_FILES = 64;

    /**
     * Unpacks it into an empty folder.
     *
     * @throws Problem 400 or 413, naming the entry
     */
    void unpack(Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_FILES) {
                throw Problem.badBody("an export of a version has at most " + MOST_FILES + " files");
            }
            long left = maxBytes;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = new BoundedInput(zip.getInputStream(entry), left, this::tooLarge)) {
                    left -= unpack(entry, content, folder);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw Problem.badBody("the body is not a zip as made by export?format=latent: " + e.getMessage());
        }
    }

    private static long unpack(ZipEntry entry, InputStream content, Path folder) throws IOException {
        String name = entry.getName();
        if (!NAME.matcher(name).matches()) {
            throw Problem.badBody("entry '" + name + "' is not a plain file name; an export has no folders");
        }
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            throw Problem.badBody("two entries are named '" + name + "'");
        }
        long bytes = Files.copy(content, file);
        if (FileUtils.checksumCRC32(file.toFile()) != entry.getCrc()) {
            throw Problem.badBody("entry '" + name + "' does not match its checksum");
        }
        return bytes;
    }

    private Problem tooLarge() {
        return Problem.tooLarge("the version is larger than " + maxBytes
                + " bytes unpacked, the most that may be imported (latent.registry.max-import)");
    }
}
