package dev.latent.training.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.run.RunPlan;
import dev.latent.run.StopReason;
import dev.latent.training.JobStatus;
import dev.latent.training.request.TrainingPlan;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as clients see it.
 *
 * @param startStep where its newest attempt starts, or the one that waits: 0, or the step of a checkpoint
 * @param checkpointStep of its newest checkpoint, from which a resumed job goes on; null where there is none, and it starts at 0
 * @param notes what is to be known of the training, in sentences: how pictures are varied, what is held back
 * @param stopReason why the training ended: {@code length}, {@code no-better}, {@code minutes} or {@code cancelled}, and a
 *     sentence that says more; null while it goes on, and where it failed
 * @param verdict that its version does no better than what takes no training (a blur, PCA, one mean sample), in a
 *     sentence; null where it does better, or is not measured yet
 */
@Schema(name = "TrainingJob")
public record JobView(
        String id,
        @JsonUnwrapped RunPlan plan,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dataset,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String datasetA,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String datasetB,
        String model,
        TrainingPlan.@Nullable Start from,
        JobStatus status,
        @Nullable Integer queuePosition,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long startStep,
        @Nullable Long checkpointStep,
        @Nullable Progress progress,
        Map<String, Double> losses,
        List<String> notes,
        @Nullable StopReason stopReason,
        @Nullable JobError error,
        @Nullable Integer modelVersion,
        @Nullable String verdict) {

    /** @param queuePosition from 1, or null if it doesn't wait */
    static JobView of(TrainingJob job, @Nullable Integer queuePosition) {
        TrainingPlan plan = job.plan();
        List<String> datasets = plan.datasetNames();
        boolean unpaired = datasets.size() > 1;
        return new JobView(
                job.id(),
                plan.run(),
                unpaired ? null : datasets.get(0),
                unpaired ? datasets.get(0) : null,
                unpaired ? datasets.get(1) : null,
                plan.model(),
                plan.from(),
                job.status(),
                queuePosition,
                job.attempt(),
                job.times().created(),
                job.times().started(),
                job.times().finished(),
                job.steps().start(),
                job.steps().checkpoint(),
                job.progress() == null ? null : Progress.of(job.progress()),
                job.progress() == null ? Map.of() : job.progress().losses(),
                job.remarks().notes(),
                job.remarks().stop(),
                job.error(),
                job.modelVersion(),
                job.remarks().verdict());
    }

    /** @param fraction of the steps that are done, 0 to 1 */
    record Progress(
            int epoch, int epochs, long step, long steps, double fraction, double samplesPerSecond, double etaSeconds) {
        static Progress of(JobProgress progress) {
            return new Progress(
                    progress.epoch(),
                    progress.epochs(),
                    progress.step(),
                    progress.steps(),
                    progress.fraction(),
                    progress.samplesPerSecond(),
                    progress.etaSeconds());
        }

        /** The data of a progress event. */
        static Map<String, Object> event(JobProgress progress) {
            return Map.of("progress", of(progress), "losses", progress.losses());
        }
    }
}
