package dev.latent.training;

import dev.latent.paging.Page;
import dev.latent.paging.PageRequest;
import dev.latent.run.Cost;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Training jobs: made, seen, cancelled, resumed, deleted. */
@RestController
@RequestMapping("/v1/training-jobs")
class TrainingController {
    private final TrainingJobs jobs;
    private final JobRequests requests;
    private final DryRuns dryRuns;

    TrainingController(TrainingJobs jobs, JobRequests requests, DryRuns dryRuns) {
        this.jobs = jobs;
        this.requests = requests;
        this.dryRuns = dryRuns;
    }

    /** What a job would take, from a few timed steps; no job is made. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, params = "dryRun=true")
    @RequestBody(content = @Content(schema = @Schema(implementation = JobRequestBody.class)))
    Cost estimate(HttpServletRequest request, @RequestParam boolean dryRun) throws IOException, InterruptedException {
        return dryRuns.estimate(requests.read(JsonBody.read(request.getInputStream())));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, params = "dryRun!=true")
    @RequestBody(content = @Content(schema = @Schema(implementation = JobRequestBody.class)))
    ResponseEntity<JobView> submit(
            HttpServletRequest request,
            @Nullable Principal client,
            @RequestParam(required = false) @Nullable Boolean dryRun,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey)
            throws IOException {
        JsonNode body = JsonBody.read(request.getInputStream());
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

    @GetMapping
    Page<JobView> list(
            @RequestParam(required = false) @Nullable JobStatus status,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String family,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return jobs.list(new JobFilter(status, model, family), PageRequest.of(limit, cursor));
    }

    @GetMapping("/{id}")
    JobView get(@PathVariable String id) {
        return jobs.get(id);
    }

    /** Ends a job, after a checkpoint where it can write one within a second; {@code checkpointStep} says at which step the last one is. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<JobView> cancel(@PathVariable String id) throws InterruptedException {
        jobs.cancel(id);
        return ResponseEntity.accepted().body(jobs.settled(id));
    }

    /** Goes on from the last checkpoint, or from step 0 where there is none; {@code startStep} says which. */
    @PostMapping("/{id}/resume")
    ResponseEntity<JobView> resume(@PathVariable String id) {
        return ResponseEntity.accepted().body(jobs.resume(id));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        jobs.delete(id);
        return ResponseEntity.noContent().build();
    }
}
