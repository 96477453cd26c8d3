package dev.latent.inference.http;

import dev.latent.dataset.DatasetDescription;
import dev.latent.exchange.TakesSamples;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SentSamples;
import dev.latent.exchange.json.JsonSamples;
import dev.latent.exchange.picture.PictureStyle;
import dev.latent.family.Operation;
import dev.latent.family.Translates.Direction;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Units;
import dev.latent.inference.http.RowRequest.HttpExchange;
import dev.latent.inference.operation.DatasetRange;
import dev.latent.inference.operation.DatasetSamples;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.Translation;
import dev.latent.inference.operation.Translation.Translated;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.inference.stream.Part;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.PictureForm;
import dev.latent.sample.SampleData;
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
class TranslationController {
    private final ModelRegistry registry;
    private final DatasetSamples datasets;
    private final Translation translation;
    private final RowExchange rows;

    TranslationController(ModelRegistry registry, DatasetSamples datasets, Translation translation, RowExchange rows) {
        this.registry = registry;
        this.datasets = datasets;
        this.translation = translation;
        this.rows = rows;
    }

    /**
     * Translates samples of a dataset. They go from the one kind that the model knows to the other; JSON has the originals
     * and what comes back of them beside them, a picture has a row of each: originals, translated, back.
     */
    @AnswersTranslation
    @GetMapping("/v1/models/{model}/translated")
    ResponseEntity<byte[]> translateDataset(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject DatasetRange range,
            @ParameterObject TranslationQuery query,
            HttpServletRequest request) {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.TRANSLATE);
        Direction way = query.way();
        DatasetDescription dataset = datasets.describe(asked, range.dataset(), way == Direction.A_TO_B ? 0 : 1);
        SampleFormat format = SampleExchange.format(request, asked);
        return Responses.to(
                new ServletWebRequest(request),
                asked,
                "translated beside originals " + dataset.digest() + range + query,
                format.mediaType(),
                () -> beside(asked, way, datasets.read(dataset, range), format));
    }

    private byte[] beside(VersionAndSeed asked, Direction way, SampleData originals, SampleFormat format) {
        Units from = Translation.units(asked, way);
        Translated translated = translation.translate(asked, from.fromClient(originals), way);
        SampleBody body = Translation.units(asked, way.opposite()).body(translated.samples(), asked.seed());
        return switch (format) {
            case JSON ->
                JsonSamples.write(
                        body,
                        Map.of("cycleError", translated.cycleError()),
                        Map.of("originals", from.body(originals, null), "back", from.body(translated.back(), null)));
            case PNG -> TranslatedPicture.draw(originals, translated);
            default -> write(asked, way, translated, format, PictureStyle.USUAL);
        };
    }

    /** Translates what is sent. It goes from the one kind that the model knows to the other. */
    @PostMapping("/v1/models/{model}/translate")
    @TakesSamples
    @AnswersTranslation
    @Nullable
    ResponseEntity<byte[]> translate(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject ColumnQuery columns,
            @ParameterObject TranslationQuery query,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.TRANSLATE);
        Direction way = query.way();
        SampleFormat format = SampleExchange.format(request, asked);
        Units from = Translation.units(asked, way);
        Units to = Translation.units(asked, way.opposite());
        RowRequest ask = new RowRequest(
                new HttpExchange(request, response),
                asked,
                Operation.TRANSLATE,
                SampleExchange.expected(from, columns),
                pictures,
                format,
                Map.of());
        if (ask.streams()) {
            rows.answer(ask, (session, samples, first) -> {
                Translated some = translation.translate(session, asked, samples, way);
                return Part.of(to.body(some.samples(), asked.seed()), format);
            });
            return null;
        }
        SentSamples sent = SampleExchange.read(ask, from);
        Translated translated = translation.translate(asked, sent.samples(), way);
        return Responses.to(
                asked,
                sent,
                format.mediaType(),
                write(asked, way, translated, format, style(asked, way, sent, format)));
    }

    /** As many bits as were sent; what they range over is the other domain's. */
    private static PictureStyle style(VersionAndSeed asked, Direction way, SentSamples sent, SampleFormat format) {
        PictureStyle style = SampleExchange.style(sent, format);
        PictureForm other = Translation.units(asked, way.opposite()).pictures();
        boolean own = other != null && other.levels().bits() == style.levels().bits();
        return own ? new PictureStyle(other.levels(), style.tags()) : style;
    }

    private static byte[] write(
            VersionAndSeed asked, Direction way, Translated translated, SampleFormat format, PictureStyle style) {
        Units units = Translation.units(asked, way.opposite());
        if (format != SampleFormat.JSON) {
            return SampleExchange.write(asked, units, translated.samples(), format, style);
        }
        SampleBody body = units.body(translated.samples(), asked.seed());
        return JsonSamples.write(body, Map.of("cycleError", translated.cycleError()));
    }
}
