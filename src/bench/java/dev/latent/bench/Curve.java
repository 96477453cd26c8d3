package dev.latent.bench;

import java.util.ArrayList;
import java.util.List;

/** Resident memory over some work, printed as it grows. */
final class Curve {
    private final String what;
    private final long total;
    private final int points;
    private final List<Double> memory = new ArrayList<>();

    Curve(String what, long total, int points) {
        this.what = what;
        this.total = total;
        this.points = points;
    }

    /** Keeps some points only, evenly spread. */
    void at(long work, double megabytes) {
        if (work * points / total >= memory.size()) {
            memory.add(megabytes);
            System.out.printf("%,12d %s %,8.1f MB %s%n", work, what, megabytes, "#".repeat((int) (megabytes / 20)));
        }
    }

    /** Adds a row: the mean of the second fifth of the work and of the last, the most between, and the growth. */
    void tell(Table table) {
        int fifth = Math.max(1, memory.size() / 5);
        List<Double> warm = memory.subList(fifth, memory.size());
        double first = mean(warm.subList(0, fifth));
        double last = mean(warm.subList(warm.size() - fifth, warm.size()));
        double most = warm.stream().mapToDouble(Double::doubleValue).max().orElse(first);
        table.row(
                what,
                total,
                first,
                most,
                last,
                100 * (last / first - 1),
                memory.stream().map(Figures::of).toList().toString());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
