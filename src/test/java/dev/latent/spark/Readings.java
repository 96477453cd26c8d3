package dev.latent.spark;

import dev.latent.sample.Column;
import java.util.SplittableRandom;

/** A table that a model knows, one of whose columns float32 would round. */
final class Readings {
    static final Column[] COLUMNS = {
        new Column("time", 1.7e9, 43_200, 25_000), new Column("heat", 0, 21, 0.25), new Column("flow", 0, -3, 40)
    };

    private Readings() {}

    /** Rows as CSV, with one column more than the model has: each row's number. */
    static String text(int from, int to) {
        StringBuilder text = new StringBuilder("time,heat,flow,id\n");
        for (int i = from; i < to; i++) {
            SplittableRandom random = new SplittableRandom(i);
            text.append(1_700_000_000 + random.nextInt(86_400))
                    .append(',')
                    .append(Math.round(2100 + 100 * random.nextGaussian()) / 100.0)
                    .append(',')
                    .append(random.nextGaussian() * 40)
                    .append(',')
                    .append(i)
                    .append('\n');
        }
        return text.toString();
    }
}
