package dev.latent.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files and folders that are written under another name until they are complete, {@code NAME.UUID.partial}. */
public final class Unfinished {
    private static final String SUFFIX = ".partial";

    /** With the whole of the name: something may well be called {@code my.partial}. */
    private static final Pattern NAME =
            Pattern.compile(".+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + Pattern.quote(SUFFIX));

    private Unfinished() {}

    /** A new name beside another one. */
    static Path beside(Path target) {
        return target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
    }

    /**
     * Deletes what is left in a folder of writers that were killed.
     *
     * @param notTouchedSince what is younger may still be in the making
     */
    public static void sweep(Path folder, Instant notTouchedSince) throws IOException {
        for (Path left : in(folder)) {
            if (!Files.getLastModifiedTime(left).toInstant().isAfter(notTouchedSince)) {
                Folders.delete(left);
            }
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            NAME.matcher(entry.getFileName().toString()).matches())
                    .toList();
        }
    }
}
