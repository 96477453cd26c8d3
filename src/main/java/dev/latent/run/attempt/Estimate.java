package dev.latent.run.attempt;

import ai.djl.ndarray.NDManager;
import dev.latent.family.GenerativeModel;
import dev.latent.run.Cost;
import dev.latent.run.RunFailure;
import dev.latent.run.loop.Schedule;
import dev.latent.run.loop.TrainingLoop;
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

    private final Schedule schedule;
    private final GenerativeModel model;
    private long steps;
    private long startedAt;
    private long endedAt;

    Estimate(Schedule schedule, GenerativeModel model) {
        this.schedule = schedule;
        this.model = model;
    }

    Cost run(TrainingLoop loop, NDManager manager) throws IOException, RunFailure {
        startedAt = System.nanoTime();
        endedAt = startedAt;
        loop.run(0, manager, (done, losses) -> stepDone(done), this::isEnough);
        double secondsPerStep = (endedAt - startedAt) / 1e9 / Math.max(1, steps);
        return new Cost(
                parameters(),
                layers(),
                ResidentMemory.highest(),
                secondsPerStep * schedule.stepsPerEpoch(),
                secondsPerStep * schedule.steps());
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
