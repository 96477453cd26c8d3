package dev.latent.quality.page;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for readers. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(4);

    private Numbers() {}

    /** Four digits that count, and no more; no exponent where the number is of a usual size. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        boolean usual = size == 0 || size >= 1e-4 && size < 1e9;
        return usual ? rounded.toPlainString() : rounded.toString();
    }

    static String of(Object cell) {
        return cell instanceof Number number ? text(number.doubleValue()) : String.valueOf(cell);
    }
}
