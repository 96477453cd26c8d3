package dev.latent.inference.http;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.family.Operation;
import dev.latent.image.ArrowPlot;
import dev.latent.image.Png;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VectorField;
import dev.latent.inference.operation.VectorField.Field;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Inference")
class VectorFieldController {
    private static final int PLOT_SIDE = 640;

    private final ModelRegistry registry;
    private final VectorField field;

    VectorFieldController(ModelRegistry registry, VectorField field) {
        this.registry = registry;
        this.field = field;
    }

    /** Shows where a denoiser of points pulls each. Under Gaussian noise of one level it estimates the score, ∇ log p. */
    @ApiResponse(
            responseCode = "200",
            description = "points, and where each is pulled, as numbers or as arrows",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = FieldBody.class)),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
            })
    @GetMapping("/v1/models/{model}/vector-field")
    ResponseEntity<byte[]> drawVectorField(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject VectorFieldQuery query,
            HttpServletRequest request) {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.VECTOR_FIELD);
        SampleFormat format = SampleExchange.format(request, SampleFormat.JSON, SampleFormat.PNG);
        return Responses.to(
                new ServletWebRequest(request),
                asked,
                "vector-field " + query,
                format.mediaType(),
                () -> write(field.compute(asked, query.steps()), format));
    }

    private static byte[] write(Field field, SampleFormat format) {
        return format == SampleFormat.PNG
                ? Png.encode(new ArrowPlot(PLOT_SIDE).draw(field.points(), field.vectors()))
                : JsonMapper.shared().writeValueAsBytes(FieldBody.of(field));
    }

    /**
     * A vector field.
     *
     * @param points where it was asked
     * @param vectors where each point is pulled
     * @param scores estimates of ∇ log p_σ, or null where the noise was not Gaussian of one level
     */
    @Schema(name = "VectorField")
    record FieldBody(double[][] points, double[][] vectors, double @Nullable [][] scores) {
        static FieldBody of(Field field) {
            return new FieldBody(
                    pairs(field.points()),
                    pairs(field.vectors()),
                    field.scores() == null ? null : pairs(field.scores()));
        }

        private static double[][] pairs(double[] values) {
            double[][] pairs = new double[values.length / 2][];
            Arrays.setAll(pairs, i -> new double[] {values[2 * i], values[2 * i + 1]});
            return pairs;
        }
    }
}
