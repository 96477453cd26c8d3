package dev.latent.inference.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.exchange.SampleSchema;
import dev.latent.sample.SampleShape;
import dev.latent.sample.ValueRange;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents that the answer is a sample body that tells, as JSON, how near samples came back. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "translated samples; as JSON with how near each came back when it was translated back",
        content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = AnswersTranslation.Body.class)),
            @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "application/x-npy", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
        })
@interface AnswersTranslation {
    /**
     * Translated samples.
     *
     * @param cycleError the mean absolute error of each sample after the way back
     * @param originals what was translated, where it is of a dataset
     * @param back what comes of it on the way back, where it is of a dataset
     */
    @Schema(name = "TranslatedSamples")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            SampleShape shape,
            ValueRange valueRange,
            List<List<Double>> values,
            @Nullable List<Integer> labels,
            @Nullable Long seed,
            double[] cycleError,
            SampleSchema.@Nullable Answered originals,
            SampleSchema.@Nullable Answered back) {}
}
