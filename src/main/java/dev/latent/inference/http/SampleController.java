package dev.latent.inference.http;

import dev.latent.exchange.AnswersSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.operation.Generation;
import dev.latent.inference.operation.SampleQuery;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.annotations.ParameterObject;
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

    SampleController(ModelRegistry registry, Generation generation) {
        this.registry = registry;
        this.generation = generation;
    }

    /** Generates samples. The same version, seed and parameters give the same samples, on every machine of one kind. */
    @AnswersSamples
    @GetMapping("/v1/models/{model}/samples")
    ResponseEntity<byte[]> generateSamples(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject SampleQuery query,
            HttpServletRequest request) {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.GENERATE);
        SampleFormat format = SampleExchange.format(request, asked);
        return Responses.to(
                new ServletWebRequest(request),
                asked,
                "samples " + query,
                format.mediaType(),
                () -> SampleExchange.write(asked, generation.generate(asked, query), format));
    }
}
