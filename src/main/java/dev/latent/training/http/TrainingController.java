package dev.latent.training.http;

import dev.latent.paging.Page;
import dev.latent.paging.PageQuery;
import dev.latent.training.attempt.DryRuns;
import dev.latent.training.job.JobFilter;
import dev.latent.training.job.JobView;
import dev.latent.training.job.RequestKey;
import dev.latent.training.job.TrainingJobs;
import dev.latent.training.request.JobRequests;
import dev.latent.training.request.JsonBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Trainings: asked for, watched, cancelled, resumed. Each runs in a process of its own, and publishes a version of a model. */
@RestController
@RequestMapping("/v1/training-jobs")
@Tag(name = "Training jobs")
class TrainingController {
    private final TrainingJobs jobs;
    private final JobRequests requests;
    private final DryRuns dryRuns;

    TrainingController(TrainingJobs jobs, JobRequests requests, DryRuns dryRuns) {
        this.jobs = jobs;
        this.requests = requests;
        this.dryRuns = dryRuns;
    }

    /**
     * Asks for a training. The job waits for its turn, runs, and publishes a version of the model; what the request
     * leaves out is taken from the family's defaults for the data. With {@code dryRun=true} no job is made: the answer
     * says what one would take, from a few timed steps.
     *
     * @param dryRun only tells what the job would take
     * @param idempotencyKey of 1 to 200 characters; within a day the same key and body get the first request's job
     * @throws Problem 409 if the model's name holds another family, 503 if the queue is full, or another dry run is under way
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @TakesJobRequest
    ResponseEntity<?> createTrainingJob(
            HttpServletRequest request,
            @Nullable Principal client,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey)
            throws IOException, InterruptedException {
        JsonNode body = JsonBody.read(request.getInputStream());
        if (dryRun) {
            return ResponseEntity.ok(dryRuns.estimate(requests.read(body)));
        }
        RequestKey key = RequestKey.of(idempotencyKey, client == null ? "" : client.getName(), body);
        Optional<JobView> before = jobs.before(key);
        if (before.isPresent()) {
            return ResponseEntity.ok(before.get());
        }
        TrainingJobs.Submitted submitted = jobs.submit(requests.read(body), key);
        return submitted.isNew() ? accepted(submitted.job()) : ResponseEntity.ok(submitted.job());
    }

    private static ResponseEntity<JobView> accepted(JobView job) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/training-jobs/" + job.id()))
                .body(job);
    }

    /** Lists the jobs. The newest stands first; status, model and family choose among them. */
    @GetMapping
    Page<JobView> listTrainingJobs(@ParameterObject JobFilter filter, @ParameterObject PageQuery page) {
        return jobs.list(filter, page.request());
    }

    /** Shows a job. It says how far it has come, what its losses are, and, at the end, which version it published. */
    @GetMapping("/{id}")
    JobView getTrainingJob(@PathVariable String id) {
        return jobs.get(id);
    }

    /**
     * Cancels a job. One that runs ends after a checkpoint where it can write one within a second;
     * {@code checkpointStep} says at which step the last one is.
     *
     * @throws Problem 409 if it has finished
     */
    @PostMapping(path = "/{id}/cancel", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView cancelTrainingJob(@PathVariable String id) throws InterruptedException {
        jobs.cancel(id);
        return jobs.settled(id);
    }

    /**
     * Resumes a job that failed or was cancelled. It goes on from the last checkpoint, or from step 0 where there is
     * none, to the end first asked for; {@code startStep} says from where.
     *
     * @throws Problem 409 if it has neither failed nor was cancelled, or its dataset is another than it was
     */
    @PostMapping(path = "/{id}/resume", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView resumeTrainingJob(@PathVariable String id) {
        return jobs.resume(id);
    }

    /**
     * Deletes a job with all that it left. The version that it published stays.
     *
     * @throws Problem 409 if it waits or runs
     */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTrainingJob(@PathVariable String id) {
        jobs.delete(id);
    }
}
