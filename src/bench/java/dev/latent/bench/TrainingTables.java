package dev.latent.bench;

import dev.latent.run.Phase;
import dev.latent.run.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps, and where their time goes. */
final class TrainingTables {
    private final Table steps = new Table(
            "Training steps.",
            "Milliseconds a step: median (quartiles) of the means of half seconds, which all take in turn, so that ratios are of neighbours. Python is float32, its better number of"
                    + " threads (" + PythonPeer.version().orElse("not there")
                    + "); limit is the timed sum of exactly the matrix products and"
                    + " convolutions of the step, each in the engine's best layout, on the same threads and in the same precision.",
            "family",
            "batch",
            "precision",
            "threads",
            "ours, ms",
            "samples/s",
            "Python, ms",
            "× Python's speed",
            "DJL loop, ms",
            "of DJL's time",
            "limit, ms",
            "of the limit");
    private final Table breakdown = new Table(
            "Where a step's time goes.",
            "Milliseconds by the engine's own trace, which slows the step a little; all cores.",
            "family",
            "batch",
            "precision",
            "forward",
            "loss",
            "backward",
            "update",
            "data",
            "rest");

    /** What a step is compared with; null where there is nothing. */
    record Others(@Nullable Series python, @Nullable Series djl, Series limit) {}

    void step(Setting s, Series ours, Others others) {
        boolean sameNumbers = s.precision().equals("float32");
        Series djl = sameNumbers ? others.djl : null;
        steps.row(
                s.family(),
                s.batchSize(),
                s.precision(),
                s.threads(),
                ours.spread(),
                s.batchSize() * 1000 / ours.spread().median(),
                spread(others.python),
                others.python == null ? null : others.python.over(ours),
                spread(djl),
                djl == null ? null : ours.over(djl),
                others.limit.spread(),
                others.limit.over(ours));
        System.out.println(steps.lastLine());
    }

    private static @Nullable Spread spread(@Nullable Series series) {
        return series == null ? null : series.spread();
    }

    void breakdown(Setting s, Map<Phase, Double> phases) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(s.family(), s.batchSize(), s.precision()));
        for (Phase phase : Phase.values()) {
            cells.add(phases.getOrDefault(phase, 0.0));
        }
        breakdown.row(cells.toArray());
        System.out.println(breakdown.lastLine());
    }

    List<Table> all() {
        return List.of(steps, breakdown);
    }
}
