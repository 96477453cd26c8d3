package dev.latent.inference.http;

import dev.latent.dataset.DatasetDescription;
import dev.latent.exchange.AnswersSamples;
import dev.latent.exchange.TakesSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Units;
import dev.latent.inference.http.RowRequest.HttpExchange;
import dev.latent.inference.operation.DatasetRange;
import dev.latent.inference.operation.DatasetSamples;
import dev.latent.inference.operation.LabelQuery;
import dev.latent.inference.operation.Reconstruction;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@Tag(name = "Inference")
class ReconstructionController {
    private final ModelRegistry registry;
    private final DatasetSamples datasets;
    private final Reconstruction reconstruction;
    private final RowExchange rows;

    ReconstructionController(
            ModelRegistry registry, DatasetSamples datasets, Reconstruction reconstruction, RowExchange rows) {
        this.registry = registry;
        this.datasets = datasets;
        this.reconstruction = reconstruction;
        this.rows = rows;
    }

    /** Reconstructs samples of a dataset. Each is encoded and decoded again: what is lost was not learned. */
    @AnswersSamples
    @GetMapping("/v1/models/{model}/reconstructed")
    ResponseEntity<byte[]> reconstructDataset(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject DatasetRange range,
            HttpServletRequest request) {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.RECONSTRUCT);
        DatasetDescription dataset = datasets.describe(asked, range);
        SampleFormat format = SampleExchange.format(request, asked);
        return Responses.to(
                new ServletWebRequest(request),
                asked,
                "reconstructed " + dataset.digest() + range,
                format.mediaType(),
                () -> SampleExchange.write(
                        asked,
                        reconstruction.reconstruct(
                                asked,
                                Units.of(asked.version().description()).fromClient(datasets.read(dataset, range)),
                                LabelQuery.NONE),
                        format));
    }

    /** Reconstructs what is sent. Each sample is encoded and decoded again. */
    @PostMapping("/v1/models/{model}/reconstruct")
    @TakesSamples
    @AnswersSamples
    @Nullable
    ResponseEntity<byte[]> reconstruct(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject ColumnQuery columns,
            @ParameterObject LabelQuery labels,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.RECONSTRUCT);
        RowRequest ask = new RowRequest(
                new HttpExchange(request, response),
                asked,
                Operation.RECONSTRUCT,
                SampleExchange.expected(asked, columns),
                pictures,
                SampleExchange.format(request, asked),
                Map.of());
        return rows.samples(
                ask,
                Units.of(asked.version().description()),
                samples -> reconstruction.reconstruct(asked, samples, labels),
                (session, samples, first) -> reconstruction.reconstruct(session, samples, labels, first));
    }
}
