package dev.latent.dataset.source.file;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files in a zip archive. Nothing is unpacked to disk; entries that could harm whoever does are refused. */
final class ZipSource implements Closeable {
    /** A Mac puts a hidden file beside each, and there may be folders. */
    private static final int ENTRIES_A_FILE = 3;

    private final String path;
    private final ZipFile zip;
    private final List<SourceFile> files = new ArrayList<>();
    private final Set<String> folders = new LinkedHashSet<>();
    private final JunkFound junk = new JunkFound();
    private int guessed;
    private String firstGuessed = "";

    private ZipSource(String path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /**
     * @param path what messages call the archive
     * @param prefix what the paths of its files get in front, unless they lie in folders of splits
     */
    static ZipSource open(Path file, String path, String prefix, ImportLimits limits) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int most = (int) Math.min(Integer.MAX_VALUE - 1, (long) ENTRIES_A_FILE * limits.files());
            if (ZipDirectory.entries(channel, path, most) > most) {
                throw tooMany(path, limits);
            }
        }
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get();
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
        Map<String, ZipArchiveEntry> found = new TreeMap<>();
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        ZipNames names = ZipNames.of(entries);
        for (ZipArchiveEntry entry : entries) {
            String name = names.of(entry);
            look(entry, name, found);
            if (names.isGuessed(entry) && !Junk.is(plain(name))) {
                firstGuessed = guessed == 0 ? name : firstGuessed;
                guessed++;
            }
        }
        if (found.size() > limits.files()) {
            throw tooMany(path, limits);
        }
        String front = inFoldersOfSplits(found.keySet()) ? "" : prefix;
        found.forEach((name, entry) -> {
            files.add(new ZipEntryFile(zip, entry, front + name, path + "/" + name));
            forgetFoldersOf(name);
        });
    }

    private void look(ZipArchiveEntry entry, String given, Map<String, ZipArchiveEntry> found) throws DatasetRefused {
        String name = plain(given);
        boolean folder = given.endsWith("/");
        if (!folder && junk.add(name)) {
            addFolder(parent(name));
            return;
        }
        requireHarmless(entry, given);
        if (folder) {
            addFolder(name);
        } else if (found.put(name, entry) != null) {
            throw refused(given, "it is in the archive twice");
        }
    }

    private static boolean inFoldersOfSplits(Set<String> names) {
        return names.stream()
                .allMatch(name -> SplitNames.ofFolder(name.substring(0, Math.max(0, name.indexOf('/'))))
                        .isPresent());
    }

    private static DatasetRefused tooMany(String path, ImportLimits limits) {
        return DatasetRefused.tooLarge(path, "the archive holds more than " + limits.files() + " files");
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

    /** @param name as the archive gives it, with slashes */
    private void requireHarmless(ZipArchiveEntry entry, String name) throws DatasetRefused {
        boolean climbs = List.of(name.split("/")).contains("..");
        if (climbs || name.startsWith("/") || name.matches("[A-Za-z]:/.*")) {
            throw refused(name, "its path leads out of the archive");
        }
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw refused(name, "its name is none");
        }
        if (entry.isUnixSymlink()) {
            throw refused(name, "it is a link; put the file itself in its place");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refused(name, "it is encrypted");
        }
        if (!name.endsWith("/") && !zip.canReadEntryData(entry)) {
            throw refused(name, "it is packed in a way that can't be read; use deflate");
        }
    }

    private DatasetRefused refused(String given, String reason) {
        String name = given.replaceAll("\\p{Cntrl}", "?");
        return new DatasetRefused(path + "/" + (name.length() > 200 ? name.substring(0, 200) + "…" : name), reason);
    }

    List<SourceFile> files() {
        return files;
    }

    List<String> emptyFolders() {
        return List.copyOf(folders);
    }

    /** What its owner may want to know of how its names were read. */
    List<String> notes() {
        return guessed == 0
                ? List.of()
                : List.of(path + ": nothing tells which characters " + guessed
                        + (guessed == 1 ? " name is" : " names are")
                        + " of; they were read as code page 437, as '" + firstGuessed
                        + "'; if they are called otherwise,"
                        + " pack the files anew with names in UTF-8");
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
