package dev.latent.papers;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The defaults' outcomes as Markdown: a row for a family and a dataset. */
record DefaultsTable(List<DefaultOutcome> outcomes) {
    private static final List<String> HEAD =
            List.of("dataset", "family", "epochs", "seeds", "precision", "coverage", "least class", "Fréchet", "holds");

    String markdown() {
        return line(HEAD)
                + line(HEAD.stream().map(column -> "---").toList())
                + DefaultTraining.grouped(outcomes).map(DefaultsTable::row).collect(Collectors.joining());
    }

    private static String row(List<DefaultOutcome> seeds) {
        DefaultOutcome any = seeds.get(0);
        long holding = seeds.stream().filter(DefaultOutcome::holds).count();
        return line(List.of(
                any.dataset(),
                any.family(),
                String.valueOf(any.epochs()),
                values(seeds, outcome -> String.valueOf(outcome.seed())),
                figures(seeds, DefaultOutcome.PRECISION),
                figures(seeds, DefaultOutcome.COVERAGE),
                figures(seeds, DefaultOutcome.LEAST_CLASS),
                figures(seeds, DefaultOutcome.FRECHET),
                "%d of %d".formatted(holding, seeds.size())));
    }

    private static String figures(List<DefaultOutcome> seeds, String name) {
        return values(
                seeds,
                outcome -> outcome.value(name)
                        .map(DefaultsTable::text)
                        .orElse(outcome.failure() == null ? "–" : "failed"));
    }

    private static String text(double value) {
        return "%.3g".formatted(value);
    }

    private static String values(
            List<DefaultOutcome> seeds, java.util.function.Function<DefaultOutcome, String> value) {
        return seeds.stream()
                .sorted(Comparator.comparingLong(DefaultOutcome::seed))
                .map(value)
                .collect(Collectors.joining(", "));
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
