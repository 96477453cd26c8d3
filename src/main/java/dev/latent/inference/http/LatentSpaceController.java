package dev.latent.inference.http;

import dev.latent.dataset.DatasetDescription;
import dev.latent.exchange.AnswersSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Units;
import dev.latent.inference.operation.DatasetSamples;
import dev.latent.inference.operation.Interpolation;
import dev.latent.inference.operation.InterpolationQuery;
import dev.latent.inference.operation.InterpolationQuery.Ends;
import dev.latent.inference.operation.LatentGrid;
import dev.latent.inference.operation.LatentGridQuery;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.Samples;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@Tag(name = "Inference")
class LatentSpaceController {
    private final ModelRegistry registry;
    private final DatasetSamples datasets;
    private final Interpolation interpolation;
    private final LatentGrid grid;

    LatentSpaceController(
            ModelRegistry registry, DatasetSamples datasets, Interpolation interpolation, LatentGrid grid) {
        this.registry = registry;
        this.datasets = datasets;
        this.interpolation = interpolation;
        this.grid = grid;
    }

    /** Interpolates between two codes, two classes or two samples. Exactly one pair of ends is named. */
    @AnswersSamples
    @GetMapping("/v1/models/{model}/interpolation")
    ResponseEntity<byte[]> interpolate(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject InterpolationQuery query,
            HttpServletRequest request) {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.INTERPOLATE);
        DatasetDescription dataset = query.ends() == Ends.SAMPLES ? datasets.describe(asked, query.dataset(), 0) : null;
        SampleFormat format = SampleExchange.format(request, asked);
        String key = "interpolation " + (dataset == null ? "" : dataset.digest()) + query;
        return Responses.to(
                new ServletWebRequest(request),
                asked,
                key,
                format.mediaType(),
                () -> SampleExchange.writeRow(
                        asked, interpolation.interpolate(asked, query, ends(asked, dataset, query)), format));
    }

    private @Nullable Samples ends(
            VersionAndSeed asked, @Nullable DatasetDescription dataset, InterpolationQuery query) {
        if (dataset == null) {
            return null;
        }
        Units units = Units.of(asked.version().description());
        Samples from = units.fromClient(datasets.read(dataset, query.split(), query.fromIndex(), "fromIndex"));
        return from.followedBy(units.fromClient(datasets.read(dataset, query.split(), query.toIndex(), "toIndex")));
    }

    /** Shows a plane of the latent space. Codes lie evenly by their probability under the prior, row by row. */
    @AnswersSamples
    @GetMapping("/v1/models/{model}/latent-grid")
    ResponseEntity<byte[]> drawLatentGrid(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject LatentGridQuery query,
            HttpServletRequest request) {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.LATENT_GRID);
        SampleFormat format = SampleExchange.format(request, asked);
        return Responses.to(
                new ServletWebRequest(request),
                asked,
                "latent-grid " + query,
                format.mediaType(),
                () -> SampleExchange.write(asked, grid.draw(asked, query), format));
    }
}
