package dev.latent.evaluation;

import dev.latent.child.ChildBounds;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code latent.evaluation}.
 *
 * @param automatic whether the quality of a version is measured when it is published; else only when asked for
 * @param threads the engine's threads while a version is measured; by default half of the processors, at a low
 *     priority: on more, it and a training beside it would wait for one another many times longer than either computes
 * @param heap Java's heap in the process that measures; the engine's memory comes on top
 * @param memory the resident memory that measuring may take before it is ended; by default 70% of the machine's
 * @param silence how long measuring may report nothing before it is ended
 * @param longest how long measuring one version may take
 * @param attempts how often a version is measured anew when the process that measures it dies
 */
@Validated
@ConfigurationProperties("latent.evaluation")
record EvaluationSettings(
        @DefaultValue("true") boolean automatic,
        @Min(1) @Nullable Integer threads,
        @DefaultValue("768MB") @NotNull DataSize heap,
        @Nullable DataSize memory,
        @DefaultValue("20m") @NotNull Duration silence,
        @DefaultValue("2h") @NotNull Duration longest,
        @DefaultValue("2") @Min(1) int attempts) {
    /** The same for every card, so that cards can be compared. */
    static final long SEED = 1;

    long memoryOfAnEvaluation() {
        return memory != null ? memory.toBytes() : ChildBounds.mostOfTheMachine();
    }

    int threadsOfAnEvaluation() {
        return threads != null ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
