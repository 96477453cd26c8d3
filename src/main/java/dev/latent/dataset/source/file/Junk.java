package dev.latent.dataset.source.file;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operating systems leave in folders, and what is hidden. */
final class Junk {
    private static final Set<String> NAMES = Set.of(
            "__macosx",
            "icon\r",
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "$recycle.bin",
            "system volume information",
            "@eadir");

    private Junk() {}

    /** Whether a path, its parts divided by slashes, is hidden or nobody's data. */
    static boolean is(String path) {
        return root(path) != null;
    }

    /** The path up to the part that is junk, or null where none is. */
    static @Nullable String root(String path) {
        int start = 0;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (isPart(path.substring(start, end))) {
                return path.substring(0, end);
            }
            start = end + 1;
        }
        return null;
    }

    private static boolean isPart(String part) {
        return part.startsWith(".") && !part.equals("..") || NAMES.contains(part.toLowerCase(Locale.ROOT));
    }
}
