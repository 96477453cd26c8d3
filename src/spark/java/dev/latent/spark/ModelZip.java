package dev.latent.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;

/** The files of a version as a zip, as {@code GET …/export} gives it. */
final class ModelZip {
    /** What an array, and so a broadcast, may hold. */
    static final int MOST_BYTES = 1 << 30;

    private static final int MOST_FILES = 64;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    void add(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    byte[] finish() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    /** @throws IOException if it is no zip, or one that no version is exported as */
    static void unpack(byte[] archive, Path folder) throws IOException {
        long left = MOST_BYTES;
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!NAME.matcher(entry.getName()).matches() || ++files > MOST_FILES) {
                    throw new IOException("'" + entry.getName() + "' is no file of a version");
                }
                Path file = folder.resolve(entry.getName());
                left -= Files.copy(bounded(zip, left), file);
                if (left == 0) {
                    throw new IOException("a version of more than " + MOST_BYTES + " bytes is not taken");
                }
            }
        }
        if (files == 0) {
            throw new IOException("it is no zip as GET …/export?format=latent gives it");
        }
    }

    private static BoundedInputStream bounded(ZipInputStream entry, long most) throws IOException {
        return BoundedInputStream.builder()
                .setInputStream(entry)
                .setMaxCount(most)
                .setPropagateClose(false)
                .get();
    }

    /** All of a stream. @throws IOException if that is too much */
    static byte[] read(InputStream in) throws IOException {
        byte[] all = IOUtils.toByteArray(BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(MOST_BYTES)
                .get());
        if (all.length == MOST_BYTES) {
            throw new IOException("a version of more than " + MOST_BYTES + " bytes is not taken");
        }
        return all;
    }
}
