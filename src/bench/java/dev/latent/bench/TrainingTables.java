package dev.latent.bench;

import dev.latent.run.Phase;
import dev.latent.run.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Steps, and where their time goes. */
final class TrainingTables {
    private final Table steps;
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
    record Others(
            @Nullable Series python,
            @Nullable Series libtorch,
            @Nullable Series djl,
            Series limit) {}

    /** @param threads the numbers that are measured */
    TrainingTables(int... threads) {
        steps = new Table(
                "Training steps.",
                "Milliseconds a step: median (quartiles) of the means of half seconds, which all take in turn, so that ratios"
                        + " are of neighbours. Python and libtorch compute in float32, on as many threads, without the noise on"
                        + " what a discriminator sees and without the average of weights, which ours has in GANs. Python is "
                        + PythonPeer.version().orElse("not there") + " with Debian's " + blas(threads)
                        + "; libtorch is the engine's own build, "
                        + LibtorchPeer.version() + " with MKL, driven eagerly from Java by JavaCPP with its"
                        + " fused Adam, in the environment that its users have. Limit is the timed sum of exactly the matrix products and convolutions of the step, each"
                        + " in the engine's best layout, on the same threads and in the same precision.",
                "family",
                "batch",
                "precision",
                "threads",
                "ours, ms",
                "samples/s",
                "Python, ms",
                "× Python's speed",
                "libtorch, ms",
                "× libtorch's speed",
                "DJL loop, ms",
                "of DJL's time",
                "limit, ms",
                "of the limit");
    }

    private static String blas(int[] threads) {
        return IntStream.of(threads)
                .mapToObj(each -> Blas.name(each) + " on " + each + (each == 1 ? " thread" : " threads"))
                .collect(Collectors.joining(" and "));
    }

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
                over(others.python, ours),
                spread(others.libtorch),
                over(others.libtorch, ours),
                spread(djl),
                djl == null ? null : ours.over(djl),
                others.limit.spread(),
                others.limit.over(ours));
        System.out.println(steps.lastLine());
    }

    private static @Nullable Spread over(@Nullable Series peer, Series ours) {
        return peer == null ? null : peer.over(ours);
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
