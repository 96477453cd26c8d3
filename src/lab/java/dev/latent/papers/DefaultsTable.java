package dev.latent.papers;

import dev.latent.quality.card.Figure;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The defaults' outcomes as Markdown: a row for a family and a dataset, of generators and then of the others. */
record DefaultsTable(List<DefaultOutcome> outcomes) {
    private static final List<String> GENERATORS =
            List.of("dataset", "family", "epochs", "seeds", "precision", "coverage", "least class", "Fréchet", "holds");
    private static final List<String> OTHERS =
            List.of("dataset", "family", "epochs", "seeds", "figure", "values", "beside", "holds");

    String markdown() {
        String others = rows(false).flatMap(DefaultsTable::figureRows).collect(Collectors.joining());
        return head(GENERATORS)
                + rows(true).map(DefaultsTable::generatorRow).collect(Collectors.joining())
                + (others.isEmpty() ? "" : "\n" + head(OTHERS) + others);
    }

    private Stream<List<DefaultOutcome>> rows(boolean ofGenerators) {
        return DefaultTraining.grouped(outcomes)
                .filter(seeds -> (DefaultBar.of(seeds.get(0).family()) == DefaultBar.GENERATES) == ofGenerators);
    }

    private static String head(List<String> columns) {
        return line(columns) + line(columns.stream().map(column -> "---").toList());
    }

    private static String generatorRow(List<DefaultOutcome> seeds) {
        return line(joined(
                training(seeds),
                List.of(
                        figures(seeds, DefaultOutcome.PRECISION),
                        figures(seeds, DefaultOutcome.COVERAGE),
                        figures(seeds, DefaultOutcome.LEAST_CLASS),
                        figures(seeds, DefaultOutcome.FRECHET),
                        holding(seeds))));
    }

    /** A row for each figure. */
    private static Stream<String> figureRows(List<DefaultOutcome> seeds) {
        return seeds.stream()
                .flatMap(outcome -> outcome.figures().stream())
                .map(Figure::name)
                .distinct()
                .map(name -> line(joined(
                        training(seeds),
                        List.of(name, figures(seeds, name), references(seeds, name), holding(seeds)))));
    }

    private static List<String> training(List<DefaultOutcome> seeds) {
        DefaultOutcome any = seeds.get(0);
        return List.of(
                any.dataset(),
                any.family(),
                String.valueOf(any.epochs()),
                values(seeds, outcome -> String.valueOf(outcome.seed())));
    }

    private static String holding(List<DefaultOutcome> seeds) {
        return "%d of %d".formatted(seeds.stream().filter(DefaultOutcome::holds).count(), seeds.size());
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static String references(List<DefaultOutcome> seeds, String name) {
        return values(
                seeds,
                outcome -> outcome.figure(name)
                        .map(Figure::reference)
                        .map(reference -> text(reference.value()))
                        .orElse("–"));
    }

    private static String figures(List<DefaultOutcome> seeds, String name) {
        return values(
                seeds,
                outcome -> outcome.figure(name)
                        .map(figure -> text(figure.value()))
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
