package dev.latent.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.exchange.json.JsonSamples;
import dev.latent.exchange.json.JsonSamplesReader;
import dev.latent.sample.SampleShape;
import dev.latent.sample.ValueRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sample bodies as JSON, for the OpenAPI document; {@link JsonSamples} writes them, {@link JsonSamplesReader} reads them. */
public final class SampleSchema {
    private SampleSchema() {}

    /**
     * Samples as the service tells them.
     *
     * @param shape of a sample: channels, height and width of an image, or the length of a vector
     * @param valueRange 0 and 1 for images; what the dataset's training split holds for vectors
     * @param values one array a sample, row by row and channel after channel
     * @param labels one class a sample, where they have any
     * @param seed what they were drawn with, where chance had a part in them
     */
    @Schema(name = "Samples")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answered(
            SampleShape shape,
            ValueRange valueRange,
            List<List<Double>> values,
            @Nullable List<Integer> labels,
            @Nullable Long seed) {}

    /** A form of nothing but a file in one of the other types. */
    @Schema(name = "SamplesInAForm")
    record Form(@Schema(type = "string", format = "binary") String file) {}

    /**
     * Samples as the service takes them, such as {@code …/samples} answered; other members are passed over.
     *
     * @param shape of a sample; by default the model's
     * @param values one array a sample, row by row and channel after channel; pixels lie in [0, 1], vectors are in the
     *     dataset's own units
     * @param labels one class a sample, for models that take labels
     */
    @Schema(name = "SentSamples")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            @Nullable SampleShape shape,
            List<List<Double>> values,
            @Nullable List<Integer> labels) {}
}
