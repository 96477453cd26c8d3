package dev.latent.exchange;

/** Numbers as people write them. */
public final class DecimalText {
    private DecimalText() {}

    /** False for what only Java takes for a number, as {@code 1d}, {@code 2f} and {@code 0x1p3}, and for NaN. */
    public static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
