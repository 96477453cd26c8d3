package dev.latent.inference;

import dev.latent.exchange.SampleFormat;
import dev.latent.exchange.SentSamples;
import dev.latent.exchange.TakesSamples;
import dev.latent.family.Operation;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
    private final ModelRegistry registry;
    private final Scores scores;
    private final AnomalyThresholds thresholds;
    private final Likelihood likelihood;

    ScoreController(ModelRegistry registry, Scores scores, AnomalyThresholds thresholds, Likelihood likelihood) {
        this.registry = registry;
        this.scores = scores;
        this.thresholds = thresholds;
        this.likelihood = likelihood;
    }

    /** Scores how unusual each sample is. The threshold was learned on rows that the model was not trained on. */
    @PostMapping("/v1/models/{model}/anomaly-score")
    @TakesSamples
    @ApiResponse(
            responseCode = "200",
            description = "scores, and which are anomalous",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AnomalyScores.class)))
    ResponseEntity<byte[]> scoreAnomalies(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject ColumnQuery columns,
            @ParameterObject LabelQuery labels,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request)
            throws IOException {
        Asked asked = ask(model, selection, Operation.ANOMALY_SCORE, request);
        SentSamples sent = SampleExchange.read(request, asked, columns, pictures);
        double[] values = scores.anomaly(asked, sent.samples(), labels);
        return answer(asked, sent, AnomalyScores.of(values, thresholds.of(asked)));
    }

    /** Scores each sample by the critic. Only differences tell something: the critic's zero lies anywhere. */
    @PostMapping("/v1/models/{model}/critic-score")
    @TakesSamples
    @ApiResponse(
            responseCode = "200",
            description = "one score a sample",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CriticScores.class)))
    ResponseEntity<byte[]> scoreByCritic(
            @PathVariable String model,
            @ParameterObject Selection selection,
            @ParameterObject ColumnQuery columns,
            @ParameterObject PictureQuery pictures,
            HttpServletRequest request)
            throws IOException {
        Asked asked = ask(model, selection, Operation.CRITIC_SCORE, request);
        SentSamples sent = SampleExchange.read(request, asked, columns, pictures);
        return answer(asked, sent, new CriticScores(scores.critic(asked, sent.samples())));
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
        Asked asked = ask(model, selection, Operation.NLL, request);
        SentSamples sent = SampleExchange.read(request, asked, columns, pictures);
        return answer(asked, sent, likelihood.estimate(asked, sent.samples(), labels, query.k()));
    }

    private Asked ask(String model, Selection selection, Operation operation, HttpServletRequest request) {
        Asked asked = Asked.of(registry, model, selection);
        Inference.require(asked.version(), operation);
        SampleExchange.format(request, SampleFormat.JSON);
        return asked;
    }

    private static ResponseEntity<byte[]> answer(Asked asked, SentSamples sent, Record body) {
        return Answers.to(
                asked, sent, SampleFormat.JSON.mediaType(), JsonMapper.shared().writeValueAsBytes(body));
    }

    /** One score a sample: the higher, the more real. */
    record CriticScores(double[] scores) {}

    /**
     * How unusual samples are.
     *
     * @param scores one a sample: the higher, the more unusual
     * @param threshold null where it can't be learned, as the dataset that the version was trained on is not here
     * @param anomalous null without a threshold
     */
    record AnomalyScores(
            double[] scores,
            @Nullable Double threshold,
            @Nullable List<Boolean> anomalous) {
        static AnomalyScores of(double[] scores, Optional<Double> threshold) {
            return new AnomalyScores(
                    scores,
                    threshold.orElse(null),
                    threshold
                            .map(most -> Arrays.stream(scores)
                                    .mapToObj(score -> score > most)
                                    .toList())
                            .orElse(null));
        }
    }
}
