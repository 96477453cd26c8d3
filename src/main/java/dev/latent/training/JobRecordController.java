package dev.latent.training;

import dev.latent.paging.Page;
import dev.latent.paging.PageRequest;
import dev.latent.problem.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What a job leaves while it runs: losses, events, previews. */
@RestController
@RequestMapping("/v1/training-jobs/{id}")
class JobRecordController {
    private static final String CSV = "text/csv";

    private final TrainingJobs jobs;
    private final RunFolders folders;
    private final EventStreams streams;

    JobRecordController(TrainingJobs jobs, RunFolders folders, EventStreams streams) {
        this.jobs = jobs;
        this.folders = folders;
        this.streams = streams;
    }

    @GetMapping(path = "/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
    Metrics metrics(@PathVariable String id) throws IOException {
        return new Metrics(losses(id).series());
    }

    @GetMapping(path = "/metrics", produces = CSV)
    ResponseEntity<String> metricsAsCsv(@PathVariable String id) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV))
                .body(losses(id).csv());
    }

    private LossSeries losses(String id) throws IOException {
        return LossSeries.read(folders.of(jobs.require(id).id()).losses());
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId) {
        return streams.open(jobs.require(id), lastEventId == null ? 0 : lastEventId)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/previews")
    Page<Preview> previews(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor)
            throws IOException {
        PageRequest page = PageRequest.of(limit, cursor);
        String job = jobs.require(id).id();
        List<Long> steps = new PreviewFiles(folders.of(job)).steps(page);
        return Page.ofFound(steps, page, String::valueOf)
                .map(step -> new Preview(step, "/v1/training-jobs/" + job + "/previews/" + step));
    }

    @GetMapping(path = "/previews/{step}", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] preview(@PathVariable String id, @PathVariable long step) throws IOException {
        try {
            return new PreviewFiles(folders.of(jobs.require(id).id())).read(step);
        } catch (NoSuchFileException e) {
            throw Problem.notFound("There is no preview at step " + step + "; see the list of previews");
        }
    }

    record Metrics(List<LossSeries.Series> series) {}

    record Preview(long step, String url) {}
}
