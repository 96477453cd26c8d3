package dev.latent.dataset.source;

import java.util.Set;

/** What operating systems leave in folders. */
final class Junk {
    private static final Set<String> NAMES = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");

    private Junk() {}

    /** Whether a path, its parts divided by slashes, is hidden or nobody's data. */
    static boolean is(String path) {
        for (String part : path.split("/")) {
            if (part.startsWith(".") || NAMES.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
