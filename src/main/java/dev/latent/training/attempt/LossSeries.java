package dev.latent.training.attempt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The losses of a run over its steps, thinned out to a bounded number of rows.
 *
 * @param names of the losses
 */
public record LossSeries(List<String> names, List<Row> rows) {
    public static final LossSeries NONE = new LossSeries(List.of(), List.of());

    private static final int MOST_ROWS = 1000;

    /** @param values one a loss */
    record Row(long step, double[] values) {}

    /** Reads {@code losses.csv} and closes it. What can't be read, such as a line in writing, is left out. */
    public static LossSeries read(InputStream csv) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            String head = lines.readLine();
            if (head == null || !head.startsWith("step,")) {
                return NONE;
            }
            List<String> names = Arrays.asList(head.split(",")).subList(1, head.split(",").length);
            Thinning thinning = new Thinning(MOST_ROWS);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                row(line, names.size(), thinning);
            }
            return new LossSeries(names, thinning.rows());
        }
    }

    private static void row(String line, int losses, Thinning thinning) {
        String[] cells = line.split(",", -1);
        if (cells.length != losses + 1) {
            return;
        }
        try {
            double[] values = Arrays.stream(cells, 1, cells.length)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            thinning.add(new Row(Long.parseLong(cells[0]), values));
        } catch (NumberFormatException e) {
            // a line that is just being written
        }
    }

    /** The series of one loss. */
    public Series series(int loss) {
        return new Series(
                names.get(loss),
                rows.stream().map(Row::step).toList(),
                rows.stream().map(row -> row.values()[loss]).toList());
    }

    public List<Series> series() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            series.add(series(i));
        }
        return series;
    }

    public String csv() {
        StringBuilder csv = new StringBuilder("step");
        names.forEach(name -> csv.append(',').append(name));
        for (Row row : rows) {
            csv.append('\n').append(row.step());
            Arrays.stream(row.values()).forEach(value -> csv.append(',').append(value));
        }
        return csv.append('\n').toString();
    }

    public record Series(String name, List<Long> steps, List<Double> values) {}
}
