package dev.latent.training.job;

import dev.latent.child.ChildBounds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code latent.training}.
 *
 * @param concurrency how many training runs at a time
 * @param queueCapacity how many training jobs may wait
 * @param attempts how many processes of a training job may end badly before it fails
 * @param retryAfter how long to wait after the first of them, and three times as long after each more
 * @param threads the engine's threads in each run; by default the processors are shared out among the runs
 * @param heap Java's heap in each run; the engine's memory comes on top
 * @param memory the resident memory that a run may take before it is ended; by default 70% of the machine's, shared
 *     out among the runs
 * @param silence how long a run may say nothing before it is ended
 * @param progressInterval how often a run's progress is recorded
 * @param eventStreams how many clients may listen to events of jobs at a time
 */
@Validated
@ConfigurationProperties("latent.training")
public record TrainingSettings(
        @DefaultValue("1") @Min(1) @Max(64) int concurrency,
        @DefaultValue("1000") @Min(1) int queueCapacity,
        @DefaultValue("3") @Min(1) int attempts,
        @DefaultValue("10s") @NotNull Duration retryAfter,
        @Min(1) @Nullable Integer threads,
        @DefaultValue("512MB") @NotNull DataSize heap,
        @Nullable DataSize memory,
        @DefaultValue("10m") @NotNull Duration silence,
        @DefaultValue("1s") @NotNull Duration progressInterval,
        @DefaultValue("200") @Min(1) int eventStreams) {
    private static final int LONGEST_SERIES = 8;

    /** @param failures so many processes of a job ended badly before */
    public Duration waitAfter(int failures) {
        return retryAfter.multipliedBy((long) Math.pow(3, Math.min(failures, LONGEST_SERIES)));
    }

    public int threadsOfARun() {
        return threads != null ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / concurrency);
    }

    public long memoryOfARun() {
        return memory != null ? memory.toBytes() : ChildBounds.mostOfTheMachine() / concurrency;
    }
}
