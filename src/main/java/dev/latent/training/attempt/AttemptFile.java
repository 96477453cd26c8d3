package dev.latent.training.attempt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that each attempt at a job keeps under a name of its own, so that one who was taken for dead and comes back
 * overwrites nothing of those after it. The first versions' have no attempt in their name, which is 0 here.
 */
record AttemptFile(String stem, String suffix) {
    static final AttemptFile LOSSES = new AttemptFile("losses", ".csv");
    static final AttemptFile SAMPLES = new AttemptFile("samples-by-step", ".tensors");

    static AttemptFile checkpoint(long step) {
        return new AttemptFile(String.valueOf(step), ".safetensors");
    }

    String name(int attempt) {
        return stem + (attempt == 0 ? "" : "." + attempt) + suffix;
    }

    /** The attempts, newest first, of those names that are such files'. */
    List<Integer> attempts(List<String> names) {
        Pattern pattern = Pattern.compile(Pattern.quote(stem) + "(?:\\.(\\d{1,9}))?" + Pattern.quote(suffix));
        return names.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(name ->
                        Optional.ofNullable(name.group(1)).map(Integer::valueOf).orElse(0))
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }
}
