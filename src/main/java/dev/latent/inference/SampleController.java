package dev.latent.inference;

import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.SampleBody;
import dev.latent.exchange.SampleFormat;
import dev.latent.family.Operation;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@Tag(name = "Inference")
class SampleController {
    private final ModelRegistry registry;
    private final Generation generation;

    SampleController(ModelRegistry registry, Generation generation) {
        this.registry = registry;
        this.generation = generation;
    }

    /** Generated samples. */
    @GetMapping("/v1/models/{model}/samples")
    ResponseEntity<byte[]> samples(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @Valid @ParameterObject SampleQuery query,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            WebRequest request) {
        Asked asked = Asked.of(registry, model, selection);
        Inference.require(asked.version(), Operation.GENERATE);
        SampleFormat format =
                SampleBodies.negotiate(accept, asked.version().description().shape());
        return Answers.to(request, asked, "samples " + query, format.mediaType(), () -> {
            SampleBody body = new SampleBody(
                    generation.generate(asked, query), new Units(asked.version().description()).range(), asked.seed());
            return SampleBodies.write(body, format);
        });
    }
}
