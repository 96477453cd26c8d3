package dev.latent.exchange.csv;

import java.math.BigDecimal;

/** Numbers as people write them. */
public final class DecimalText {
    /** Beyond these a number with all its digits might fill the memory. */
    private static final double LARGEST_EXACT = 1e40;

    private static final int LONGEST_EXACT = 100;

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

    /**
     * The difference of a number to an offset, as exact as a double can be.
     *
     * @param text what Java takes for a number
     * @return infinite where the number is too large for a double
     * @throws NumberFormatException if it is none
     */
    public static double difference(String text, double offset) {
        double number = Double.parseDouble(text);
        boolean roundable = Math.abs(number) < LARGEST_EXACT && Math.abs(number) > 1 / LARGEST_EXACT;
        if (offset == 0 || !roundable || text.length() > LONGEST_EXACT) {
            return number - offset;
        }
        return new BigDecimal(text).subtract(new BigDecimal(offset)).doubleValue();
    }
}
