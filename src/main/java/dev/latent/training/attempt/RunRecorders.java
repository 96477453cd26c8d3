package dev.latent.training.attempt;

import dev.latent.run.RunFolder;
import dev.latent.training.job.JobLifecycle;
import dev.latent.training.job.TrainingJob;
import dev.latent.training.job.TrainingMetrics;
import dev.latent.training.job.TrainingSettings;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes a recorder for each attempt. */
@Component
class RunRecorders {
    private final JobLifecycle lifecycle;
    private final RunOutputs outputs;
    private final TrainingMetrics metrics;
    private final TrainingSettings settings;
    private final Clock clock;

    RunRecorders(
            JobLifecycle lifecycle,
            RunOutputs outputs,
            TrainingMetrics metrics,
            TrainingSettings settings,
            Clock clock) {
        this.lifecycle = lifecycle;
        this.outputs = outputs;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    RunRecorder recorder(TrainingJob attempt, RunFolder folder) {
        RunKeeper keeper = new RunKeeper(attempt, folder, outputs, clock);
        return new RunRecorder(attempt, keeper, lifecycle, metrics, clock, settings.progressInterval());
    }
}
