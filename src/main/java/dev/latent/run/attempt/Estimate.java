package dev.latent.run.attempt;

import dev.latent.family.GenerativeModel;
import dev.latent.run.Cost;
import dev.latent.run.RunFailure;
import dev.latent.run.loop.Schedule;
import dev.latent.run.report.ResidentMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times the first few steps of a run that is then given up. */
final class Estimate {
    private static final int WARM_UP_STEPS = 3;
    private static final int MOST_STEPS = 200;
    private static final long LONGEST = Duration.ofSeconds(3).toNanos();

    private final PreparedRun run;
    private final Schedule schedule;
    private final GenerativeModel model;
    private long steps;
    private long startedAt;
    private long endedAt;

    Estimate(PreparedRun run) {
        this.run = run;
        this.schedule = run.schedule();
        this.model = run.trained().model();
    }

    /** @param notes what the run would say of itself */
    Cost take(List<String> notes) throws IOException, RunFailure {
        startedAt = System.nanoTime();
        endedAt = startedAt;
        run.loop().run(0, run.manager(), (done, losses) -> stepDone(done), this::isEnough);
        double secondsPerStep = (endedAt - startedAt) / 1e9 / Math.max(1, steps);
        double seconds = secondsPerStep * schedule.steps();
        Double minutes = run.trained().request().plan().minutes();
        return new Cost(
                parameters(),
                layers(),
                ResidentMemory.highest(),
                schedule.steps(),
                schedule.epochs(),
                secondsPerStep * schedule.stepsPerEpoch(),
                minutes == null ? seconds : Math.min(seconds, minutes * 60),
                notes,
                Warnings.of(schedule, seconds, minutes));
    }

    private void stepDone(long done) {
        endedAt = System.nanoTime();
        if (done == WARM_UP_STEPS && schedule.steps() > WARM_UP_STEPS) {
            startedAt = endedAt;
            steps = 0;
        } else {
            steps++;
        }
    }

    private boolean isEnough() {
        return steps >= MOST_STEPS || steps > 0 && endedAt - startedAt > LONGEST;
    }

    private Map<String, Long> parameters() {
        Map<String, Long> counts = new LinkedHashMap<>();
        model.networks().forEach((name, weights) -> counts.put(name, weights.parameterCount()));
        return counts;
    }

    private List<Cost.Layer> layers() {
        List<Cost.Layer> layers = new ArrayList<>();
        model.networks()
                .forEach((network, weights) -> weights.parameters()
                        .forEach((name, tensor) -> layers.add(
                                new Cost.Layer(network, name, tensor.getShape().getShape()))));
        return layers;
    }
}
