package dev.latent.papers.anomaly;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as Markdown: a row a table, means over its seeds; last the means over the tables. */
record AnomalyTable(List<AnomalyResult> results) {
    String markdown() {
        Map<String, List<AnomalyResult>> byTable = results.stream()
                .collect(Collectors.groupingBy(AnomalyResult::table, TreeMap::new, Collectors.toList()));
        List<String> methods = methods();
        String head = line(Stream.concat(
                Stream.of("table", "trained on", "columns", "seeds"),
                Stream.concat(methods.stream(), Stream.of("false alarms at 1%"))));
        String rule = line(head.chars().filter(it -> it == '|').skip(1).mapToObj(it -> "---"));
        return head
                + rule
                + byTable.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), methods))
                        .collect(Collectors.joining())
                + means(byTable.values(), methods);
    }

    private List<String> methods() {
        return results.stream()
                .flatMap(result -> result.area().keySet().stream())
                .distinct()
                .toList();
    }

    private static String row(String table, List<AnomalyResult> seeds, List<String> methods) {
        AnomalyResult any = seeds.get(0);
        return line(Stream.concat(
                Stream.of(
                        table,
                        "%,d".formatted(any.trainingRows()),
                        String.valueOf(any.columns()),
                        String.valueOf(seeds.size())),
                Stream.concat(
                        methods.stream().map(method -> text(mean(seeds, result -> area(result, method)))),
                        Stream.of(text(100 * mean(seeds, AnomalyTable::falseAlarms)) + "%"))));
    }

    private static String means(Collection<List<AnomalyResult>> tables, List<String> methods) {
        return line(Stream.concat(
                Stream.of("mean", "", "", ""),
                Stream.concat(
                        methods.stream()
                                .map(method -> text(tables.stream()
                                        .mapToDouble(seeds -> mean(seeds, result -> area(result, method)))
                                        .average()
                                        .orElse(Double.NaN))),
                        Stream.of(""))));
    }

    private static double area(AnomalyResult result, String method) {
        return result.area().getOrDefault(method, Double.NaN);
    }

    /** Of the first family. */
    private static double falseAlarms(AnomalyResult result) {
        return result.falseAlarms().values().iterator().next();
    }

    private static double mean(List<AnomalyResult> seeds, ToDoubleFunction<AnomalyResult> value) {
        return seeds.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
