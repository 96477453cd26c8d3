package dev.latent.dataset.source.upload;

import dev.latent.problem.Problem;
import java.util.List;

/** What a client calls a file that it sends. */
final class PartName {
    private PartName() {}

    /** With its folders, which may be classes or splits, unless they say where it lay on the client's machine. */
    static String of(String given) {
        String name = withoutPlace(given.replace('\\', '/'));
        if (name.isBlank() || name.endsWith("/") || name.chars().anyMatch(Character::isISOControl)) {
            throw isNone();
        }
        return name;
    }

    static Problem isNone() {
        return Problem.invalid("#/" + FormReader.FILE, "a file has no name; its kind is told by the name's ending");
    }

    /** Some clients write a backslash twice, and all of them may write parts that lead nowhere. */
    private static String plain(String path) {
        return path.replaceAll("(?<=/|^)(\\./)+", "").replaceAll("/+", "/");
    }

    private static String withoutPlace(String path) {
        boolean place = path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..");
        return place ? path.substring(path.lastIndexOf('/') + 1) : plain(path);
    }
}
