package dev.latent.inference.operation;

import dev.latent.sample.SampleData;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Samples without their noise.
 *
 * @param levels of the noise that was removed from each, as it was given or estimated; null where the model is not told it
 */
public record Cleaned(SampleData samples, double @Nullable [] levels) {
    private static final int MOST_IN_TEXT = 16;

    public String levelsInText() {
        return levels == null ? "" : inText(levels);
    }

    /** One after the other, of the first samples where there are many. */
    public static String inText(double... levels) {
        return Arrays.stream(levels)
                .limit(MOST_IN_TEXT)
                .mapToObj(level -> String.format(Locale.ROOT, "%.4f", level))
                .collect(Collectors.joining(", "));
    }
}
