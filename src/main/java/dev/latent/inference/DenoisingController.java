package dev.latent.inference;

import dev.latent.corruption.Corruption;
import dev.latent.dataset.DatasetDescription;
import dev.latent.exchange.ExpectedSamples;
import dev.latent.exchange.SampleFormat;
import dev.latent.family.Operation;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@Tag(name = "Inference")
class DenoisingController {
    /** Larger pictures count as many. */
    private static final int MOST = 4 * SampleExchange.MOST;

    private static final String DESCRIPTION =
            "What is sent, denoised. A picture larger than the model's is one picture and denoised in overlapping"
                    + " tiles, a grid of samples too: other operations read a grid as so many samples. Several samples"
                    + " are sent as JSON or as a NumPy array. A picture of 16 bits is answered with one of 16 bits.";

    private final ModelRegistry registry;
    private final DatasetSamples datasets;
    private final Denoising denoising;

    DenoisingController(ModelRegistry registry, DatasetSamples datasets, Denoising denoising) {
        this.registry = registry;
        this.datasets = datasets;
        this.denoising = denoising;
    }

    /** Samples of a dataset as they are, corrupted, and denoised. */
    @GetMapping("/v1/models/{model}/denoised")
    ResponseEntity<byte[]> denoised(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject DatasetRange range,
            @ParameterObject NoiseQuery noise,
            HttpServletRequest request) {
        Asked asked = Asked.of(registry, model, selection);
        Inference.require(asked.version(), Operation.DENOISE);
        Corruption corruption = noise.corruption();
        DatasetDescription dataset = datasets.describe(asked, range);
        SampleFormat format = SampleExchange.format(request, DenoisedPicture.formats(dataset.shape()));
        String query = "denoised " + dataset.digest() + range + noise;
        return Answers.to(new ServletWebRequest(request), asked, query, format.mediaType(), () -> {
            Denoised result = denoising.demonstrate(asked, datasets.read(dataset, range), corruption, range.index());
            return format == SampleFormat.PNG ? DenoisedPicture.draw(result) : DenoisedBody.write(asked, result);
        });
    }

    /** What the client sent, denoised; larger pictures in overlapping tiles. */
    @io.swagger.v3.oas.annotations.Operation(description = DESCRIPTION)
    @PostMapping("/v1/models/{model}/denoise")
    @TakesSamples
    ResponseEntity<byte[]> denoise(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request)
            throws IOException {
        Asked asked = Asked.of(registry, model, selection);
        Inference.require(asked.version(), Operation.DENOISE);
        ExpectedSamples expected = ExpectedSamples.ofAnySize(
                        asked.version().description().shape(), MOST)
                .withColumns(Units.of(asked.version().description()).columns());
        return SampleExchange.answer(request, asked, expected, pictures, samples -> denoising.denoise(asked, samples));
    }
}
