package dev.latent.training;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes what observes each attempt. */
@Component
class AttemptObservers {
    private final JobLifecycle lifecycle;
    private final TrainingMetrics metrics;
    private final TrainingSettings settings;
    private final ServiceEnd serviceEnd;
    private final Clock clock;

    AttemptObservers(
            JobLifecycle lifecycle,
            TrainingMetrics metrics,
            TrainingSettings settings,
            ServiceEnd serviceEnd,
            Clock clock) {
        this.lifecycle = lifecycle;
        this.metrics = metrics;
        this.settings = settings;
        this.serviceEnd = serviceEnd;
        this.clock = clock;
    }

    RunRecorder recorder(TrainingJob attempt) {
        return new RunRecorder(attempt, lifecycle, metrics, clock, settings.progressInterval());
    }

    AttemptWatch watch(TrainingJob attempt) {
        return new AttemptWatch(() -> lifecycle.isCurrent(attempt), settings, serviceEnd, clock);
    }

    void ended(TrainingJob attempt) {
        metrics.ended(attempt);
    }
}
