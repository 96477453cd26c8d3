package dev.latent.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.problem.Problem;
import dev.latent.quality.card.CardPicture;
import dev.latent.quality.card.QualityCard;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.VersionFinding;
import dev.latent.registry.VersionFindings;
import dev.latent.storage.Lease;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How good versions are, measured after each training and on demand. */
@RestController
@RequestMapping("/v1/models/{model}/versions/{version}/quality")
@Tag(name = "Quality")
class QualityController {
    private static final Logger LOG = LoggerFactory.getLogger(QualityController.class);

    private final ModelRegistry registry;
    private final VersionFindings findings;
    private final EvaluationRows rows;
    private final EvaluationRequests requests;

    QualityController(
            ModelRegistry registry, VersionFindings findings, EvaluationRows rows, EvaluationRequests requests) {
        this.registry = registry;
        this.findings = findings;
        this.rows = rows;
        this.requests = requests;
    }

    /** Shows how good a version is: its quality card, each figure with n, seed and method, or, as PNG, the card's page. */
    @ApiResponse(
            responseCode = "200",
            description = "the card, or its page",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = QualityCard.class)),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
            },
            headers = @Header(name = "ETag", description = "a hash of the card", schema = @Schema(type = "string")))
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> getQuality(@PathVariable String model, @PathVariable String version) {
        ModelVersion found = registry.find(model, version);
        byte[] card = findings.find(found, VersionFinding.QUALITY_CARD).orElseThrow(() -> notMeasured(found));
        return answer(card, MediaType.APPLICATION_JSON);
    }

    /** The card as a page; where a version, such as one that the service ships, brought its card alone, it is drawn from that. */
    @Operation(hidden = true)
    @GetMapping(produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> page(@PathVariable String model, @PathVariable String version) {
        ModelVersion found = registry.find(model, version);
        byte[] page = findings.find(found, VersionFinding.QUALITY_PAGE)
                .or(() -> findings.find(found, VersionFinding.QUALITY_CARD).map(card -> draw(found, card)))
                .orElseThrow(() -> notMeasured(found));
        return answer(page, MediaType.IMAGE_PNG);
    }

    private byte[] draw(ModelVersion version, byte[] card) {
        try (Lease files = registry.lease(version)) {
            return CardPicture.draw(EvaluationStart.title(version), card, files.path());
        } catch (IOException e) {
            LOG.warn("{} has a card that can't be drawn: {}", version.title(), String.valueOf(e.getCause()));
            throw Problem.notFound(
                    version.title() + " brought a card that can't be drawn as a page; POST here measures it anew");
        }
    }

    private static ResponseEntity<byte[]> answer(byte[] content, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(DigestUtils.md5DigestAsHex(content))
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept")
                .body(content);
    }

    private Problem notMeasured(ModelVersion version) {
        return Problem.notFound(version.title()
                + rows.find(version.model(), version.version())
                        .map(QualityController::state)
                        .orElse(" was not measured; POST here asks for it"));
    }

    private static String state(Evaluation evaluation) {
        return switch (evaluation.status()) {
            case QUEUED -> " waits to be measured; ask again later";
            case RUNNING -> " is being measured; ask again in a minute";
            case FAILED -> " could not be measured: " + evaluation.detail() + "; POST here tries again";
        };
    }

    /** Measures a version again. It waits for its turn, and takes a minute or so; the card that there is stays until then. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "202",
            description = "what will be measured",
            headers =
                    @Header(
                            name = "Location",
                            description = "where the card will be",
                            schema = @Schema(type = "string"),
                            required = true))
    ResponseEntity<Requested> measureQuality(
            @PathVariable String model,
            @PathVariable String version,
            @Valid @RequestBody(required = false) @Nullable Wanted body) {
        ModelVersion found = registry.find(model, version);
        Evaluation evaluation = requests.request(found, body == null ? null : body.n());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/models/" + found.model() + "/versions/" + found.version() + "/quality"))
                .body(new Requested(
                        evaluation.model(), evaluation.version(), evaluation.status(), evaluation.samples()));
    }

    /**
     * How to measure.
     *
     * @param n how many samples to take; by default as many as keep it under a minute or so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MeasuringRequest")
    record Wanted(@Min(100) @Max(100_000) @Nullable Integer n) {}

    /** A measuring that waits or runs. */
    @Schema(name = "Measuring")
    record Requested(
            String model,
            int version,
            EvaluationStatus status,
            @Nullable Integer n) {}
}
