package dev.latent.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a picture comes to a size of another shape. */
public enum Fit {
    /** It is scaled to fill the size; what stands out is cut off on both sides alike. */
    COVER,
    /** It is scaled to be in the size as a whole; a background fills the rest. */
    CONTAIN,
    /** It is scaled differently across and down. */
    STRETCH;

    /** @throws IllegalArgumentException if it is none; the message names those there are */
    public static Fit of(String text) {
        return Arrays.stream(values())
                .filter(fit -> fit.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "fit is " + Arrays.stream(values()).map(Fit::toString).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
