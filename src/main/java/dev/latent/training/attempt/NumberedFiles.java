package dev.latent.training.attempt;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that are called as the step that they were made at. */
enum NumberedFiles {
    /** Perhaps with the attempt that kept it behind the step. */
    CHECKPOINT(".safetensors"),
    PREVIEW(".png");

    private final String suffix;
    private final Pattern pattern;

    NumberedFiles(String suffix) {
        this.suffix = suffix;
        this.pattern = Pattern.compile("(\\d{1,18})(?:\\.\\d{1,9})?" + Pattern.quote(suffix));
    }

    String name(long step) {
        return step + suffix;
    }

    /** The steps of those names that are such files'. */
    List<Long> numbers(List<String> names) {
        return names.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(name -> Long.valueOf(name.group(1)))
                .toList();
    }
}
