package dev.latent.inference.http;

import dev.latent.exchange.TakesSamples;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SentSamples;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.Units;
import dev.latent.inference.http.RowRequest.HttpExchange;
import dev.latent.inference.operation.Anomalies;
import dev.latent.inference.operation.AnomalyQuery;
import dev.latent.inference.operation.AnomalyScores;
import dev.latent.inference.operation.AnomalyThresholds;
import dev.latent.inference.operation.LabelQuery;
import dev.latent.inference.operation.Likelihood;
import dev.latent.inference.operation.Scores;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Inference")
class ScoreController {
    private static final String THRESHOLD = "Latent-Threshold";
    /** Columns of each row, in JSON. */
    private static final int USUALLY_TOLD = 3;

    private static final SampleFormat[] FORMATS = {
        SampleFormat.JSON, SampleFormat.CSV, SampleFormat.NDJSON, SampleFormat.NPY
    };

    private final ModelRegistry registry;
    private final Scores scores;
    private final AnomalyThresholds thresholds;
    private final Likelihood likelihood;
    private final RowExchange rows;

    ScoreController(
            ModelRegistry registry,
            Scores scores,
            AnomalyThresholds thresholds,
            Likelihood likelihood,
            RowExchange rows) {
        this.registry = registry;
        this.scores = scores;
        this.thresholds = thresholds;
        this.likelihood = likelihood;
        this.rows = rows;
    }

    /** Scores how unusual each sample is. The threshold was learned on rows that the model was not trained on. */
    @PostMapping("/v1/models/{model}/anomaly-score")
    @TakesSamples
    @ApiResponse(
            responseCode = "200",
            description = "scores, which are anomalous, and which columns make them so",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = AnomalyScores.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-npy", schema = @Schema(type = "string", format = "binary"))
            })
    @Nullable
    ResponseEntity<byte[]> scoreAnomalies(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject ColumnQuery columns,
            @ParameterObject AnomalyQuery query,
            @ParameterObject LabelQuery labels,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        query.require();
        VersionAndSeed asked = ask(model, selection, Operation.ANOMALY_SCORE);
        SampleFormat format = SampleExchange.format(request, FORMATS);
        Optional<AnomalyThreshold> learned = thresholds.of(asked);
        Optional<AnomalyQuery.Setting> setting = query.setting(learned, asked.version());
        RowRequest ask = new RowRequest(
                new HttpExchange(request, response),
                asked,
                Operation.ANOMALY_SCORE,
                SampleExchange.expected(asked, columns),
                pictures,
                format,
                setting.map(it -> Map.of(THRESHOLD, String.valueOf(it.threshold())))
                        .orElse(Map.of()));
        AnomalyLines lines = AnomalyLines.of(format, setting, query.columns(0));
        if (ask.streams()) {
            rows.answer(
                    ask, (session, some, first) -> lines.part(scores.anomaly(session, some, labels, first, learned)));
            return null;
        }
        SentSamples sent = SampleExchange.read(ask, Units.of(asked.version().description()));
        Anomalies found = scores.anomaly(asked, sent.samples(), labels, learned);
        return format == SampleFormat.JSON
                ? answer(asked, sent, AnomalyScores.of(found, setting, query.columns(USUALLY_TOLD)))
                : Responses.to(
                        asked, sent, format.mediaType(), lines.part(found).whole());
    }

    /** Scores each sample by the critic. Only differences tell something: the critic's zero lies anywhere. */
    @PostMapping("/v1/models/{model}/critic-score")
    @TakesSamples
    @ApiResponse(
            responseCode = "200",
            description = "one score a sample",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = CriticScores.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-npy", schema = @Schema(type = "string", format = "binary"))
            })
    @Nullable
    ResponseEntity<byte[]> scoreByCritic(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject ColumnQuery columns,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        VersionAndSeed asked = ask(model, selection, Operation.CRITIC_SCORE);
        SampleFormat format = SampleExchange.format(request, FORMATS);
        RowRequest ask = new RowRequest(
                new HttpExchange(request, response),
                asked,
                Operation.CRITIC_SCORE,
                SampleExchange.expected(asked, columns),
                pictures,
                format,
                Map.of());
        ScoreLines lines = new ScoreLines(format);
        if (ask.streams()) {
            rows.answer(ask, (session, some, first) -> lines.part(scores.critic(session, some)));
            return null;
        }
        SentSamples sent = SampleExchange.read(ask, Units.of(asked.version().description()));
        double[] values = scores.critic(asked, sent.samples());
        return format == SampleFormat.JSON
                ? answer(asked, sent, new CriticScores(values))
                : Responses.to(
                        asked, sent, format.mediaType(), lines.part(values).whole());
    }

    /** Estimates the negative log-likelihood of each sample. It is given its label where the model takes labels. */
    @PostMapping("/v1/models/{model}/nll")
    @TakesSamples
    @ApiResponse(
            responseCode = "200",
            description = "one estimate a sample, in nats, and their mean",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Likelihood.Estimate.class)))
    ResponseEntity<byte[]> estimateLikelihood(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject ColumnQuery columns,
            @ParameterObject LikelihoodQuery query,
            @ParameterObject LabelQuery labels,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request)
            throws IOException {
        VersionAndSeed asked = ask(model, selection, Operation.NLL);
        SampleExchange.format(request, SampleFormat.JSON);
        SentSamples sent = SampleExchange.read(request, asked, columns, pictures);
        return answer(asked, sent, likelihood.estimate(asked, sent.samples(), labels, query.k()));
    }

    private VersionAndSeed ask(String model, Selection selection, Operation operation) {
        VersionAndSeed asked = VersionAndSeed.of(registry, model, selection);
        Inference.require(asked.version(), operation);
        return asked;
    }

    private static ResponseEntity<byte[]> answer(VersionAndSeed asked, SentSamples sent, Record body) {
        return Responses.to(
                asked, sent, SampleFormat.JSON.mediaType(), JsonMapper.shared().writeValueAsBytes(body));
    }

    /** One score a sample: the higher, the more real. */
    record CriticScores(double[] scores) {}
}
