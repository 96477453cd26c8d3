package dev.latent.inference.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latent.exchange.AnswersSamples;
import dev.latent.exchange.TakesSamples;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SentSamples;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Units;
import dev.latent.inference.http.RowRequest.HttpExchange;
import dev.latent.inference.operation.Codes;
import dev.latent.inference.operation.LabelQuery;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.SampleShape;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Inference")
class CodeController {
    private final ModelRegistry registry;
    private final Codes codes;
    private final RowExchange rows;

    CodeController(ModelRegistry registry, Codes codes, RowExchange rows) {
        this.registry = registry;
        this.codes = codes;
        this.rows = rows;
    }

    /** Encodes what is sent. The answer has a code a sample; as a NumPy array it has their means alone. */
    @PostMapping("/v1/models/{model}/encode")
    @TakesSamples
    @ApiResponse(
            responseCode = "200",
            description = "codes",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = EncodeBody.class)),
                @Content(mediaType = "application/x-npy", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
            })
    @Nullable
    ResponseEntity<byte[]> encode(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject ColumnQuery columns,
            @ParameterObject LabelQuery labels,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.ENCODE);
        SampleFormat format = SampleExchange.format(
                request, SampleFormat.JSON, SampleFormat.NPY, SampleFormat.CSV, SampleFormat.NDJSON);
        Units units = Units.of(asked.version().description());
        RowRequest ask = new RowRequest(
                new HttpExchange(request, response),
                asked,
                Operation.ENCODE,
                SampleExchange.expected(asked, columns),
                pictures,
                format,
                Map.of());
        if (ask.streams()) {
            rows.answer(
                    ask,
                    (session, samples, first) ->
                            CodeLines.part(codes.encode(session, samples, labels, first), format, units.range()));
            return null;
        }
        SentSamples sent = SampleExchange.read(ask, units);
        Rows encoded = codes.encode(asked, sent.samples(), labels);
        return Responses.to(
                asked,
                sent,
                format.mediaType(),
                format == SampleFormat.JSON
                        ? JsonMapper.shared().writeValueAsBytes(EncodeBody.of(encoded))
                        : CodeLines.part(encoded, format, units.range()).whole());
    }

    /** Decodes codes. {@code values} holds one array a code, as {@code …/encode} gives them as {@code mean}. */
    @PostMapping("/v1/models/{model}/decode")
    @TakesSamples
    @AnswersSamples
    @Nullable
    ResponseEntity<byte[]> decode(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject LabelQuery labels,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), Operation.DECODE);
        SampleFormat format = SampleExchange.format(request, asked);
        ExpectedSamples expected = ExpectedSamples.of(new SampleShape.Vector(codes.length(asked)), SampleExchange.MOST);
        RowRequest ask = new RowRequest(
                new HttpExchange(request, response),
                asked,
                Operation.DECODE,
                expected,
                PictureQuery.NONE,
                format,
                Map.of());
        return rows.samples(
                ask,
                Units.of(asked.version().description()),
                sent -> codes.decode(asked, sent, labels),
                (session, sent, first) -> codes.decode(session, sent, labels, first));
    }

    /**
     * The codes of samples.
     *
     * @param shape of a code
     * @param mean one array a sample
     * @param logVariance one array a sample, where the encoder gives a distribution
     */
    @Schema(name = "Codes")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EncodeBody(int[] shape, float[][] mean, float @Nullable [][] logVariance) {
        static EncodeBody of(Rows encoded) {
            return new EncodeBody(
                    encoded.columns().get(0).shape(),
                    encoded.columns().get(0).perRow(),
                    encoded.columns().size() == 1
                            ? null
                            : encoded.columns().get(1).perRow());
        }
    }
}
