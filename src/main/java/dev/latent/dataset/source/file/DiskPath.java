package dev.latent.dataset.source.file;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What a file on disk is called below a folder, whatever the process's own character set is. */
final class DiskPath {
    private static final char UNREADABLE = '\uFFFD';

    private DiskPath() {}

    /** Parts are divided by slashes; names that the runtime can't decode stay different where they are. */
    static String of(Path root, Path entry) {
        String path = root.relativize(entry).toString();
        if (path.indexOf(UNREADABLE) < 0) {
            return path.replace(entry.getFileSystem().getSeparator(), "/");
        }
        String ofRoot = root.toUri().getRawPath();
        String escaped = entry.toUri().getRawPath().substring(ofRoot.length()).replaceFirst("/$", "");
        String bytes = URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
        return RawName.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
