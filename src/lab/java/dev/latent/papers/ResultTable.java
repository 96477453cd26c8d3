package dev.latent.papers;

import dev.latent.quality.card.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Outcomes as Markdown. */
record ResultTable(List<Outcome> outcomes) {
    private static final List<String> NOISE =
            List.of("kind", "level", "psnrNoisy", "psnrDenoised", "psnrMedian", "psnrBlur");

    String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, List.of("experiment", "figure", "ours", "paper", "beside", "n", "epoch (of)", "minutes"));
        line(text, List.of("---", "---", "---", "---", "---", "---", "---", "---"));
        outcomes.forEach(outcome -> rows(text, outcome));
        outcomes.stream()
                .flatMap(outcome -> outcome.card().tables().stream())
                .filter(table -> table.columns().containsAll(NOISE))
                .forEach(table -> noise(text, table));
        return text.toString();
    }

    private static void rows(StringBuilder text, Outcome outcome) {
        String name = "[`%1$s`](../results/papers/%1$s.json) ([curve](../results/papers/%1$s.png)): %2$s"
                .formatted(outcome.experiment(), outcome.title());
        for (Comparison comparison : outcome.comparisons()) {
            boolean first = comparison.equals(outcome.comparisons().get(0));
            line(
                    text,
                    List.of(
                            first ? name : "",
                            comparison.figure().name(),
                            comparison.ours(),
                            comparison.paper(),
                            comparison.beside(),
                            "%,d".formatted(comparison.figure().n()),
                            first ? epochs(outcome) : "",
                            first ? "%.0f".formatted(outcome.minutesTrained()) : ""));
        }
    }

    private static String epochs(Outcome outcome) {
        return Comparison.text(outcome.bestEpoch()) + " (" + Comparison.text(outcome.epochs()) + ")";
    }

    private static void noise(StringBuilder text, Table table) {
        text.append("\nPSNR in dB by kind and level of noise, %,d test images:\n\n".formatted(table.n()));
        line(text, List.of("noise", "level", "noisy", "denoised", "median filter", "Gaussian blur"));
        line(text, NOISE.stream().map(column -> "---").toList());
        for (List<Object> row : table.rows()) {
            line(
                    text,
                    NOISE.stream()
                            .map(column -> cell(row.get(table.columns().indexOf(column))))
                            .toList());
        }
    }

    private static String cell(Object value) {
        return value instanceof Number number ? Comparison.text(number.doubleValue()) : String.valueOf(value);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
