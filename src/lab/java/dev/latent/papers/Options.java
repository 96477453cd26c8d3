package dev.latent.papers;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param only ids of experiments, or empty for all
 * @param fresh whether to forget what was trained before
 * @param ofDefaults whether the families' defaults are tried, not the papers' settings
 * @param onlyTables whether nothing is trained, and the tables are made of what there is
 */
record Options(
        List<String> only, Stopping stopping, boolean fresh, int threads, boolean ofDefaults, boolean onlyTables) {
    static final String USAGE =
            "papers [--defaults] [--tables] [--only ID,…] [--minutes 45] [--patience 20] [--threads N] [--fresh]; --fresh forgets earlier trainings";

    /** @throws IllegalArgumentException if they can't be understood */
    static Options of(List<String> arguments) {
        List<String> left = new ArrayList<>(arguments);
        boolean fresh = left.remove("--fresh");
        boolean ofDefaults = left.remove("--defaults");
        boolean onlyTables = left.remove("--tables");
        List<String> only = List.of(value(left, "--only", "").split(","));
        double minutes = Double.parseDouble(value(left, "--minutes", "45"));
        int patience = Integer.parseInt(value(left, "--patience", "20"));
        int threads = Integer.parseInt(
                value(left, "--threads", String.valueOf(Runtime.getRuntime().availableProcessors())));
        if (!left.isEmpty() || minutes <= 0 || patience < 1 || threads < 1) {
            throw new IllegalArgumentException(left.isEmpty() ? "too small a number" : "unknown: " + left);
        }
        return new Options(
                only.stream().filter(id -> !id.isBlank()).toList(),
                new Stopping(patience, minutes),
                fresh,
                threads,
                ofDefaults,
                onlyTables);
    }

    private static String value(List<String> left, String option, String otherwise) {
        int at = left.indexOf(option);
        if (at < 0) {
            return otherwise;
        }
        if (at + 1 == left.size()) {
            throw new IllegalArgumentException(option + " wants a value");
        }
        left.remove(at);
        return left.remove(at);
    }

    /** Those that were asked for. */
    List<Experiment> chosen(List<Experiment> all) {
        List<String> known = all.stream().map(Experiment::id).toList();
        List<String> unknown = only.stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no experiment " + unknown + "; there are " + known);
        }
        return all.stream()
                .filter(experiment -> only.isEmpty() || only.contains(experiment.id()))
                .toList();
    }
}
