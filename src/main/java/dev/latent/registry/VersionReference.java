package dev.latent.registry;

import java.util.regex.Pattern;

/** How clients name a version: by number, as {@code latest}, or by an alias. */
public final class VersionReference {
    public static final String LATEST = "latest";

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private VersionReference() {}

    static boolean isNumber(String reference) {
        return NUMBER.matcher(reference).matches();
    }
}
