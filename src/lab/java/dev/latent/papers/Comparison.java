package dev.latent.papers;

import dev.latent.quality.card.Figure;
import dev.latent.quality.card.QualityCard;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;

/** Our figure and the paper's. @param paper as it is printed there; empty where there is none */
record Comparison(Figure figure, String paper) {
    private static final MathContext DIGITS = new MathContext(4);
    private static final MathContext ERROR_DIGITS = new MathContext(2);

    /** Of a claim whose figure the card has; there may be none. */
    static Stream<Comparison> of(Claim claim, QualityCard card) {
        return card.figure(claim.figure()).map(figure -> new Comparison(figure, claim.paper())).stream();
    }

    /** In a line. */
    String told() {
        return ours() + (paper.isEmpty() ? "" : "; paper " + paper) + (beside().isEmpty() ? "" : "; " + beside());
    }

    String ours() {
        Double error = figure.standardError();
        return text(figure.value())
                + (error == null
                        ? ""
                        : " ± "
                                + new BigDecimal(error)
                                        .round(ERROR_DIGITS)
                                        .stripTrailingZeros()
                                        .toPlainString());
    }

    /** What to read it beside, with its meaning; or empty. */
    String beside() {
        Figure.Reference reference = figure.reference();
        return reference == null ? "" : reference.meaning() + " " + text(reference.value());
    }

    static String text(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
