package dev.latent.exchange.body;

import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.math.BigDecimal;
import tools.jackson.core.io.NumberOutput;

/** Numbers as bodies have them: the shortest text that is read as the same number, by every version of Java the same. */
public final class NumberText {
    private static final double MOST_READABLE = 1e15;

    private NumberText() {}

    /** The i-th number of all samples. */
    public static String of(SampleData data, int i) {
        return data instanceof Table table ? of(table, i) : NumberOutput.toString(((Samples) data).values()[i], true);
    }

    private static String of(Table table, int i) {
        BigDecimal exact = table.exact(i);
        if (exact != null) {
            return exact.stripTrailingZeros().toPlainString();
        }
        double number = table.number(i);
        return table.singles() ? NumberOutput.toString((float) number, true) : plain(number);
    }

    /** As people write it, as long as that tells every digit and no other. */
    private static String plain(double number) {
        String text = NumberOutput.toString(number, true);
        boolean readable = Math.abs(number) < MOST_READABLE && Math.abs(number) >= 1;
        return readable && text.indexOf('E') >= 0 ? new BigDecimal(text).toPlainString() : text;
    }
}
