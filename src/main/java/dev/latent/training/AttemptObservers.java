package dev.latent.training;

import dev.latent.run.RunFolder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes what observes each attempt. */
@Component
class AttemptObservers {
    private final JobLifecycle lifecycle;
    private final RunOutputs outputs;
    private final TrainingMetrics metrics;
    private final TrainingSettings settings;
    private final ServiceEnd serviceEnd;
    private final Clock clock;

    AttemptObservers(
            JobLifecycle lifecycle,
            RunOutputs outputs,
            TrainingMetrics metrics,
            TrainingSettings settings,
            ServiceEnd serviceEnd,
            Clock clock) {
        this.lifecycle = lifecycle;
        this.outputs = outputs;
        this.metrics = metrics;
        this.settings = settings;
        this.serviceEnd = serviceEnd;
        this.clock = clock;
    }

    RunKeeper keeper(TrainingJob attempt, RunFolder folder) {
        return new RunKeeper(attempt, folder, outputs, clock);
    }

    RunRecorder recorder(TrainingJob attempt, RunKeeper keeper) {
        return new RunRecorder(attempt, keeper, lifecycle, metrics, clock, settings.progressInterval());
    }

    AttemptWatch watch(TrainingJob attempt) {
        return new AttemptWatch(() -> lifecycle.isCurrent(attempt), settings, serviceEnd, clock);
    }

    void ended(TrainingJob attempt) {
        metrics.ended(attempt);
    }
}
