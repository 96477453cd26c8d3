package dev.latent.training.attempt;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a bounded number of rows of as many as come: whenever there are too many, each two neighbours become their mean
 * at the later step, and from then on as many more are gathered into one.
 */
final class Thinning {
    private final int most;
    private List<LossSeries.Row> rows = new ArrayList<>();
    private final List<LossSeries.Row> gathered = new ArrayList<>();
    private int perRow = 1;

    /** @param most an even number */
    Thinning(int most) {
        this.most = most;
    }

    void add(LossSeries.Row row) {
        gathered.add(row);
        if (gathered.size() == perRow) {
            rows.add(mean(gathered));
            gathered.clear();
        }
        if (rows.size() == most) {
            halve();
        }
    }

    private void halve() {
        List<LossSeries.Row> halved = new ArrayList<>();
        for (int i = 0; i + 1 < rows.size(); i += 2) {
            halved.add(mean(rows.subList(i, i + 2)));
        }
        rows = halved;
        perRow *= 2;
    }

    /** All rows, the last one of those that are gathered so far. */
    List<LossSeries.Row> rows() {
        List<LossSeries.Row> all = new ArrayList<>(rows);
        if (!gathered.isEmpty()) {
            all.add(mean(gathered));
        }
        return all;
    }

    private static LossSeries.Row mean(List<LossSeries.Row> rows) {
        double[] means = new double[rows.get(0).values().length];
        for (LossSeries.Row row : rows) {
            for (int i = 0; i < means.length; i++) {
                means[i] += row.values()[i] / rows.size();
            }
        }
        return new LossSeries.Row(rows.get(rows.size() - 1).step(), means);
    }
}
