package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files in a zip archive. Nothing is unpacked to disk; entries that could harm whoever does are refused. */
final class ZipSource implements Closeable {
    private static final long MOST_DIRECTORY_BYTES = 24L << 20;

    private final String path;
    private final ZipFile zip;
    private final List<SourceFile> files = new ArrayList<>();
    private final Set<String> folders = new LinkedHashSet<>();
    private final JunkFound junk = new JunkFound();

    private ZipSource(String path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /**
     * @param path what messages call the archive
     * @param prefix what the paths of its files get in front
     */
    static ZipSource open(Path file, String path, String prefix, ImportLimits limits) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (ZipDirectory.bytes(channel, path) > MOST_DIRECTORY_BYTES) {
                throw DatasetRefused.tooLarge(path, "the archive holds too many files");
            }
        }
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new DatasetRefused(path, "the archive can't be read: " + e.getMessage());
        }
        ZipSource source = new ZipSource(path, zip);
        try {
            source.look(prefix, limits);
            return source;
        } catch (IOException e) {
            source.close();
            throw e;
        }
    }

    private void look(String prefix, ImportLimits limits) throws DatasetRefused {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            requireHarmless(entry);
            String name = plain(entry.getName());
            if (!names.add(name)) {
                throw refused(entry, "it is in the archive twice");
            }
            if (entry.isDirectory() || junk.add(name)) {
                addFolder(entry.isDirectory() ? name : parent(name));
            } else {
                files.add(new ZipEntryFile(zip, entry, prefix + name, path + "/" + name));
            }
        }
        if (files.size() > limits.files()) {
            throw DatasetRefused.tooLarge(path, "the archive holds more than " + limits.files() + " files");
        }
        files.sort(Comparator.comparing(SourceFile::path));
        for (SourceFile file : files) {
            forgetFoldersOf(file.path().substring(prefix.length()));
        }
    }

    /** Without the parts that lead nowhere: {@code ./a//b.png} is {@code a/b.png}. */
    private static String plain(String name) {
        return Arrays.stream(name.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .collect(Collectors.joining("/"));
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    private void addFolder(String name) {
        if (!name.isEmpty() && !Junk.is(name)) {
            folders.add(name);
        }
    }

    /** A folder with a file in it isn't empty, nor are those around it. */
    private void forgetFoldersOf(String file) {
        for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
            folders.remove(file.substring(0, slash));
        }
    }

    private void requireHarmless(ZipArchiveEntry entry) throws DatasetRefused {
        String name = entry.getName();
        boolean climbs = List.of(name.split("/")).contains("..");
        if (climbs || name.startsWith("/") || name.contains("\\") || name.matches("[A-Za-z]:.*")) {
            throw refused(entry, "its path leads out of the archive");
        }
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw refused(entry, "its name is none");
        }
        if (entry.isUnixSymlink()) {
            throw refused(entry, "it is a link; put the file itself in its place");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refused(entry, "it is encrypted");
        }
        if (!entry.isDirectory() && !zip.canReadEntryData(entry)) {
            throw refused(entry, "it is packed in a way that can't be read; use deflate");
        }
    }

    private DatasetRefused refused(ZipArchiveEntry entry, String reason) {
        String name = entry.getName().replaceAll("\\p{Cntrl}", "?");
        return new DatasetRefused(path + "/" + (name.length() > 200 ? name.substring(0, 200) + "…" : name), reason);
    }

    List<SourceFile> files() {
        return files;
    }

    List<String> emptyFolders() {
        return List.copyOf(folders);
    }

    /** What is in it but no file of a dataset. */
    List<LeftOut> leftOut() {
        return junk.leftOut();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
