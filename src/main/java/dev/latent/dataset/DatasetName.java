package dev.latent.dataset;

import java.util.regex.Pattern;

/** How a dataset may be called. */
public final class DatasetName {
    /** In words. */
    public static final String RULE = "1 to 63 of a-z, 0-9, '.', '_' and '-', starting with a letter or a digit";

    private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private DatasetName() {}

    public static boolean isValid(String name) {
        return PATTERN.matcher(name).matches();
    }
}
