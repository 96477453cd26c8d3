package dev.latent.inference.http;

import dev.latent.corruption.Corruption;
import dev.latent.dataset.DatasetDescription;
import dev.latent.exchange.AnswersSamples;
import dev.latent.exchange.TakesSamples;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SentSamples;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Units;
import dev.latent.inference.http.RowRequest.HttpExchange;
import dev.latent.inference.operation.Cleaned;
import dev.latent.inference.operation.DatasetRange;
import dev.latent.inference.operation.DatasetSamples;
import dev.latent.inference.operation.Denoised;
import dev.latent.inference.operation.Denoising;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.SampleShape;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
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
    static final String NOISE_LEVEL = "Latent-Noise-Level";

    private static final int MOST_VALUES = 1 << 25;

    private static final int MOST = 4 * SampleExchange.MOST;

    private final ModelRegistry registry;
    private final DatasetSamples datasets;
    private final Denoising denoising;
    private final RowExchange rows;
    private final LargePictures large;

    DenoisingController(
            ModelRegistry registry,
            DatasetSamples datasets,
            Denoising denoising,
            RowExchange rows,
            LargePictures large) {
        this.registry = registry;
        this.datasets = datasets;
        this.denoising = denoising;
        this.rows = rows;
        this.large = large;
    }

    /**
     * Shows denoising on a dataset's samples. They come as they are, corrupted, and denoised, with how near each is to
     * the clean one; as PNG these are three rows of pictures.
     */
    @AnswersDenoising
    @GetMapping("/v1/models/{model}/denoised")
    ResponseEntity<byte[]> demonstrateDenoising(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject DatasetRange range,
            @ParameterObject NoiseQuery noise,
            HttpServletRequest request) {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.DENOISE);
        Corruption corruption = noise.corruption();
        DatasetDescription dataset = datasets.describe(asked, range);
        SampleFormat format = SampleExchange.format(request, DenoisedPicture.formats(dataset.shape()));
        String query = "denoised " + dataset.digest() + range + noise;
        return Responses.to(new ServletWebRequest(request), asked, query, format.mediaType(), () -> {
            Denoised result = denoising.demonstrate(asked, datasets.read(dataset, range), corruption, range.index());
            return format == SampleFormat.PNG ? DenoisedPicture.draw(result) : DenoisedBody.write(asked, result);
        });
    }

    /**
     * Denoises what is sent. A picture larger than the model's is one picture and denoised in overlapping tiles, a grid
     * of samples too: other operations read a grid as so many samples. Several samples are sent as the pages of a TIFF, as
     * JSON or as a NumPy array. Unless {@code Accept} asks for another one the answer to images has the type of what was
     * sent, a picture its bits, colour profile and resolution, too. A NumPy array and a TIFF of floats may lie outside of
     * 0 to 1 on both ways.
     */
    @PostMapping("/v1/models/{model}/denoise")
    @TakesSamples
    @AnswersSamples
    @Nullable
    ResponseEntity<byte[]> denoise(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject LevelQuery strength,
            @ParameterObject ColumnQuery columns,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.DENOISE);
        strength.requireLevel();
        Units units = Units.of(asked.version().description());
        ExpectedSamples expected =
                ExpectedSamples.ofAnySize(units.shape(), most(units.shape())).of(units.expected(columns.ignore()));
        RowRequest ask = new RowRequest(
                new HttpExchange(request, response),
                asked,
                Operation.DENOISE,
                expected,
                pictures,
                SampleExchange.formatLikeSent(request, asked),
                Map.of());
        Double level = strength.level();
        if (ask.streams() && !(ask.isShort() && denoising.tellsLevels(asked))) {
            rows.stream(
                    ask,
                    units,
                    (session, samples, first) ->
                            denoising.denoise(session, samples, level).samples());
            return null;
        }
        if (large.mayTake(ask)) {
            return large.answer(
                    ask,
                    level,
                    picture -> answer(ask, SampleExchange.read(ask, new ByteArrayInputStream(picture), units), level));
        }
        return answer(ask, SampleExchange.read(ask, units), level);
    }

    private ResponseEntity<byte[]> answer(RowRequest ask, SentSamples sent, @Nullable Double level) {
        return answer(ask, sent, denoising.denoise(ask.asked(), sent.samples(), level));
    }

    private static int most(SampleShape shape) {
        return Math.max(1, Math.min(MOST, MOST_VALUES / shape.size()));
    }

    /** With the levels of the noise where the model tells them. */
    private static ResponseEntity<byte[]> answer(RowRequest ask, SentSamples sent, Cleaned cleaned) {
        ResponseEntity<byte[]> answer = SampleExchange.answer(
                ask,
                sent,
                cleaned.samples(),
                cleaned.levels() == null ? Map.of() : Map.of("noiseLevels", cleaned.levels()));
        if (cleaned.levels() == null) {
            return answer;
        }
        HttpHeaders headers = new HttpHeaders(answer.getHeaders());
        headers.set(NOISE_LEVEL, cleaned.levelsInText());
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }
}
