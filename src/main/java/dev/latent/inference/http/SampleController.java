package dev.latent.inference.http;

import dev.latent.exchange.AnswersSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Units;
import dev.latent.inference.operation.Generation;
import dev.latent.inference.operation.SampleQuery;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.inference.stream.Part;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Trained models at work. An operation that a family lacks is a 409 that names those it has. */
@RestController
@Tag(name = "Inference")
class SampleController {
    private final ModelRegistry registry;
    private final Generation generation;
    private final RowExchange rows;

    SampleController(ModelRegistry registry, Generation generation, RowExchange rows) {
        this.registry = registry;
        this.generation = generation;
        this.rows = rows;
    }

    /** Generates samples. The same version, seed and parameters give the same samples, on every machine of one kind. */
    @AnswersSamples
    @GetMapping("/v1/models/{model}/samples")
    @Nullable
    ResponseEntity<byte[]> generateSamples(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject SampleQuery query,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.GENERATE);
        SampleFormat format = SampleExchange.format(request, asked);
        if (query.count() <= SampleExchange.MOST) {
            return Responses.to(
                    new ServletWebRequest(request),
                    asked,
                    "samples " + query,
                    format.mediaType(),
                    () -> SampleExchange.write(asked, generation.generate(asked, query), format));
        }
        requireStreaming(format);
        ResponseEntity<byte[]> head =
                Responses.head(new ServletWebRequest(request, response), asked, "samples " + query, format.mediaType());
        if (head.getStatusCode().isSameCodeAs(HttpStatus.NOT_MODIFIED)) {
            return head;
        }
        Units units = Units.of(asked.version().description());
        ServletClient client = new ServletClient(response, head.getHeaders(), format);
        rows.generate(
                asked,
                query.count(),
                format,
                client,
                (session, first, count) -> Part.of(
                        units.body(generation.generate(session, asked, query, first, count), asked.seed()), format));
        return null;
    }

    private static void requireStreaming(SampleFormat format) {
        if (!format.streams()) {
            throw Problem.badParameter(
                    "count",
                    "count must be 1 to " + SampleExchange.MOST + " for " + format.mediaType()
                            + "; text/csv (of vectors), application/x-npy and application/x-ndjson hold any number");
        }
    }
}
