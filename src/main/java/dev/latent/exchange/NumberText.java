package dev.latent.exchange;

import dev.latent.sample.SampleData;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import java.math.BigDecimal;
import tools.jackson.core.io.NumberOutput;

/** Numbers as bodies have them: the shortest text that is read as the same number, by every version of Java the same. */
final class NumberText {
    private NumberText() {}

    /** The i-th number of all samples. */
    static String of(SampleData data, int i) {
        return data instanceof Table table ? of(table, i) : NumberOutput.toString(((Samples) data).values()[i], true);
    }

    private static String of(Table table, int i) {
        BigDecimal exact = table.exact(i);
        if (exact != null) {
            return exact.stripTrailingZeros().toPlainString();
        }
        double number = table.number(i);
        return table.singles() ? NumberOutput.toString((float) number, true) : NumberOutput.toString(number, true);
    }
}
