package dev.latent.dataset.source.file;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts junk: a folder of it is named once, however much is in it. */
public final class JunkFound {
    private final Map<String, Integer> files = new TreeMap<>();

    /** False if the path isn't junk. */
    public boolean add(String path) {
        String root = Junk.root(path);
        if (root == null) {
            return false;
        }
        files.merge(path.length() > root.length() ? root + "/" : root, 1, Integer::sum);
        return true;
    }

    public List<LeftOut> leftOut() {
        return files.entrySet().stream()
                .map(entry -> new LeftOut(entry.getKey(), reason(entry.getKey(), entry.getValue()), entry.getValue()))
                .toList();
    }

    private static String reason(String root, int count) {
        String what = root.startsWith("__MACOSX") || root.contains("._")
                ? "what macOS leaves in archives"
                : "hidden, or what a system leaves in folders";
        return root.endsWith("/") ? what + ", " + count + " files" : what;
    }
}
