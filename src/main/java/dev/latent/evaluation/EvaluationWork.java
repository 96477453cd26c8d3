package dev.latent.evaluation;

import dev.latent.child.ServiceEnd;
import dev.latent.evaluation.EvaluationProcess.Measured;
import dev.latent.family.Json;
import dev.latent.problem.ClientText;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.VersionFinding;
import dev.latent.registry.VersionFindings;
import dev.latent.registry.VersionJudged;
import dev.latent.storage.Leases;
import dev.latent.storage.StorageUnavailable;
import dev.latent.task.TaskWork.Next;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Measures a version when its turn has come. */
@Service
class EvaluationWork {
    private static final Logger LOG = LoggerFactory.getLogger(EvaluationWork.class);
    private static final Duration FOR_THE_STORAGE = Duration.ofSeconds(5);

    private final EvaluationRows rows;
    private final ModelRegistry registry;
    private final VersionFindings findings;
    private final EvaluationStart start;
    private final EvaluationProcess process;
    private final ServiceEnd serviceEnd;
    private final ApplicationEventPublisher publisher;

    EvaluationWork(
            EvaluationRows rows,
            ModelRegistry registry,
            VersionFindings findings,
            EvaluationStart start,
            EvaluationProcess process,
            ServiceEnd serviceEnd,
            ApplicationEventPublisher publisher) {
        this.rows = rows;
        this.registry = registry;
        this.findings = findings;
        this.start = start;
        this.process = process;
        this.serviceEnd = serviceEnd;
        this.publisher = publisher;
    }

    Next attempt(EvaluationQueue.Turn turn) {
        return current(turn).map(this::attempt).orElse(Next.NOTHING);
    }

    private Optional<Evaluation> current(EvaluationQueue.Turn turn) {
        return rows.find(turn.model(), turn.version())
                .filter(evaluation -> evaluation.request() == turn.request())
                .filter(evaluation -> evaluation.status() != EvaluationStatus.FAILED);
    }

    private Next attempt(Evaluation evaluation) {
        rows.become(evaluation, EvaluationStatus.RUNNING, evaluation.failures(), null);
        try {
            ModelVersion version = registry.find(evaluation.model(), String.valueOf(evaluation.version()));
            return conclude(evaluation, version, measure(evaluation, version));
        } catch (EvaluationFailed | Problem e) {
            return fail(evaluation, ClientText.of(e));
        } catch (IOException | UncheckedIOException e) {
            if (StorageUnavailable.in(e).isPresent()) {
                return awaitStorage(evaluation, StorageUnavailable.in(e).get());
            }
            LOG.warn("{} could not be measured", evaluation.title(), e);
            return fail(evaluation, ClientText.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Next.ANOTHER_TURN;
        }
    }

    private Next awaitStorage(Evaluation evaluation, StorageUnavailable away) {
        LOG.warn("{} waits to be measured: {}", evaluation.title(), away.getMessage());
        rows.become(evaluation, EvaluationStatus.QUEUED, evaluation.failures(), null);
        try {
            return serviceEnd.comesWithin(FOR_THE_STORAGE) ? Next.ANOTHER_TURN : Next.ANOTHER_ATTEMPT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Next.ANOTHER_TURN;
        }
    }

    private Measured measure(Evaluation evaluation, ModelVersion version)
            throws EvaluationFailed, IOException, InterruptedException {
        try (Leases leases = new Leases()) {
            return process.measure(start.prepare(version, evaluation, leases), () -> rows.isCurrent(evaluation));
        }
    }

    private Next conclude(Evaluation evaluation, ModelVersion version, Measured measured) {
        return switch (measured.end().how()) {
            case DONE -> keep(evaluation, version, measured);
            case STOPPED -> Next.ANOTHER_TURN;
            case UNWANTED -> Next.NOTHING;
            case REFUSED -> fail(evaluation, measured.end().lastWords());
            case BROKE ->
                start.mayTryAgain(evaluation, measured.end())
                        ? again(evaluation)
                        : fail(evaluation, measured.end().detail());
        };
    }

    private Next keep(Evaluation evaluation, ModelVersion version, Measured measured) {
        if (findings.keep(version, measured.card())) {
            verdict(measured)
                    .ifPresent(verdict ->
                            publisher.publishEvent(new VersionJudged(version.model(), version.version(), verdict)));
        }
        rows.done(evaluation);
        LOG.info("{} is measured", evaluation.title());
        return Next.NOTHING;
    }

    private static Optional<String> verdict(Measured measured) {
        byte[] card = measured.card().get(VersionFinding.QUALITY_CARD);
        return Optional.ofNullable(card)
                .map(json -> Json.MAPPER.readTree(json).path("verdict"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    private Next again(Evaluation evaluation) {
        rows.become(evaluation, EvaluationStatus.QUEUED, evaluation.failures() + 1, null);
        return Next.ANOTHER_ATTEMPT;
    }

    private Next fail(Evaluation evaluation, String detail) {
        rows.become(evaluation, EvaluationStatus.FAILED, evaluation.failures() + 1, ClientText.of(detail));
        LOG.warn("{} could not be measured: {}", evaluation.title(), detail);
        return Next.NOTHING;
    }
}
