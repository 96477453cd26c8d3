package dev.latent.problem;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Absolute paths of this machine in a text: those that start as something in a root folder does. */
final class LocalPaths {
    private static final String NOT_WITHIN_A_WORD = "(?<![\\w.#~/*-])";
    private static final String WITHIN = "[^\\s'\"`:;,()\\[\\]{}<>]*";
    /** Folders whose names may hold spaces. */
    private static final Pattern KNOWN =
            Pattern.compile(Stream.of("java.io.tmpdir", "user.home", "user.dir", "java.home")
                    .map(property -> System.getProperty(property, ""))
                    .filter(folder -> folder.length() > 1)
                    .map(folder -> Pattern.quote(folder.endsWith(File.separator) ? folder : folder + File.separator))
                    .collect(Collectors.joining("|", NOT_WITHIN_A_WORD + "(?:", ")" + WITHIN)));

    private static final Pattern UNIX =
            Pattern.compile(NOT_WITHIN_A_WORD + "/(?:" + rootNames() + ")(?![\\w.-])(?:/" + WITHIN + ")?");
    private static final Pattern WINDOWS = Pattern.compile("(?<!\\w)[A-Za-z]:\\\\" + WITHIN);

    private LocalPaths() {}

    /** The text with only the last name of each. */
    static String shorten(String text) {
        String told = text;
        for (Pattern pattern : new Pattern[] {KNOWN, UNIX, WINDOWS}) {
            told = pattern.matcher(told).replaceAll(path -> Matcher.quoteReplacement(lastName(path.group())));
        }
        return told;
    }

    /** Of a path with slashes of either kind. */
    static String lastName(String path) {
        String trimmed = path.replaceAll("[/\\\\.]+$", "");
        return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
    }

    private static String rootNames() {
        String[] names = Optional.ofNullable(new File("/").list()).orElse(new String[0]);
        return Stream.concat(Arrays.stream(names), Stream.of("tmp", "home", "root", "var", "usr", "opt", "proc"))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }
}
