package dev.latent.inference.engine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * {@code latent.inference}.
 *
 * @param cache the most that the weights of loaded models may take together; one larger model is loaded all the same
 * @param forwards how many forwards of models run at once; 0 for one a processor
 * @param threadsPerForward the engine's threads for each forward
 * @param batching whether requests that come together share a forward; off only to measure what that gains
 * @param queue the most that inputs and outputs of requests under way may take together
 * @param warm what is loaded before the service is ready, such as digits@champion, digits@3 or digits for its latest
 *     version; several with commas
 */
@Validated
@ConfigurationProperties("latent.inference")
record InferenceProperties(
        @DefaultValue("512MB") DataSize cache,
        @DefaultValue("0") @Min(0) @Max(1024) int forwards,
        @DefaultValue("1") @Min(1) @Max(1024) int threadsPerForward,
        @DefaultValue("true") boolean batching,
        @DefaultValue("256MB") DataSize queue,
        @DefaultValue List<@Pattern(regexp = WarmVersion.PATTERN, message = WarmVersion.WRITTEN) String> warm) {
    List<WarmVersion> warmVersions() {
        return warm.stream().map(WarmVersion::of).toList();
    }

    int forwardCount() {
        return forwards == 0 ? Runtime.getRuntime().availableProcessors() : forwards;
    }
}
