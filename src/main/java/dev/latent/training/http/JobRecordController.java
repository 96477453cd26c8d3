package dev.latent.training.http;

import dev.latent.paging.Page;
import dev.latent.paging.PageQuery;
import dev.latent.paging.PageRequest;
import dev.latent.problem.Problem;
import dev.latent.training.attempt.LossSeries;
import dev.latent.training.attempt.RunOutputs;
import dev.latent.training.job.TrainingJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a job leaves while it runs: losses, events, previews. */
@RestController
@RequestMapping("/v1/training-jobs/{id}")
@Tag(name = "Training jobs")
class JobRecordController {
    private static final String CSV = "text/csv";

    private final TrainingJobs jobs;
    private final RunOutputs outputs;
    private final EventStreams streams;

    JobRecordController(TrainingJobs jobs, RunOutputs outputs, EventStreams streams) {
        this.jobs = jobs;
        this.outputs = outputs;
        this.streams = streams;
    }

    /** Shows how a job's losses went. They come by name with their steps, or as CSV, a line a step, by {@code Accept}. */
    @ApiResponse(
            responseCode = "200",
            description = "losses by step",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Metrics.class)),
                @Content(mediaType = CSV, schema = @Schema(type = "string"))
            })
    @GetMapping(path = "/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
    Metrics getTrainingMetrics(@PathVariable String id) throws IOException {
        return new Metrics(losses(id).series());
    }

    @Operation(hidden = true)
    @GetMapping(path = "/metrics", produces = CSV)
    ResponseEntity<String> metricsAsCsv(@PathVariable String id) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV))
                .body(losses(id).csv());
    }

    private LossSeries losses(String id) throws IOException {
        Optional<InputStream> losses = outputs.losses(jobs.require(id).id());
        return losses.isPresent() ? LossSeries.read(losses.get()) : LossSeries.NONE;
    }

    /**
     * Streams what happens in a job, as server-sent events. Each has a number as {@code id}, {@code progress},
     * {@code epoch}, {@code preview}, {@code doctor} or {@code status} as {@code event}, and JSON as {@code data}; the
     * stream ends when the job does.
     *
     * @param lastEventId the last event that the client has seen; those after it follow, also after a restart
     */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AnswersEvents
    ResponseEntity<SseEmitter> streamTrainingEvents(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
        return streams.open(jobs.require(id), lastEventId == null ? 0 : lastEventId)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Lists a job's previews. Each shows the same codes or inputs at another step. */
    @GetMapping("/previews")
    Page<Preview> listPreviews(@PathVariable String id, @ParameterObject PageQuery query) throws IOException {
        PageRequest page = query.request();
        String job = jobs.require(id).id();
        Long after = page.afterNumber();
        List<Long> steps = outputs.previewSteps(job).stream()
                .filter(step -> after == null || step > after)
                .limit(page.limit() + 1L)
                .toList();
        return Page.ofFound(steps, page, String::valueOf)
                .map(step -> new Preview(step, "/v1/training-jobs/" + job + "/previews/" + step));
    }

    /** Shows a preview as a picture. The list of previews tells its step. */
    @GetMapping(path = "/previews/{step}", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] getPreview(@PathVariable String id, @PathVariable long step) throws IOException {
        return outputs.preview(jobs.require(id).id(), step)
                .orElseThrow(
                        () -> Problem.notFound("There is no preview at step " + step + "; see the list of previews"));
    }

    /** Losses by name. */
    @Schema(name = "TrainingMetrics")
    record Metrics(List<LossSeries.Series> series) {}

    /** A picture of the model at a step. */
    record Preview(long step, String url) {}
}
