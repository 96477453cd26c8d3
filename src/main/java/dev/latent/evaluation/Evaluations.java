package dev.latent.evaluation;

import dev.latent.evaluation.EvaluationChild.Ended;
import dev.latent.problem.ClientText;
import dev.latent.problem.Problem;
import dev.latent.quality.EvaluateCommand;
import dev.latent.quality.EvaluationRequest;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.VersionFinding;
import dev.latent.registry.VersionFindings;
import dev.latent.storage.Leases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Measures a version when its turn has come. */
@Service
class Evaluations {
    private static final Logger LOG = LoggerFactory.getLogger(Evaluations.class);

    private final EvaluationRows rows;
    private final ModelRegistry registry;
    private final VersionFindings findings;
    private final EvaluationStart start;
    private final EvaluationChild child;
    private volatile boolean stopping;

    Evaluations(
            EvaluationRows rows,
            ModelRegistry registry,
            VersionFindings findings,
            EvaluationStart start,
            EvaluationChild child) {
        this.rows = rows;
        this.registry = registry;
        this.findings = findings;
        this.start = start;
        this.child = child;
    }

    /** @return whether the turn is over; false where the service goes down and it is to come again */
    boolean run(EvaluationQueue.Turn turn) {
        Optional<Evaluation> found = rows.find(turn.model(), turn.version())
                .filter(evaluation -> evaluation.request() == turn.request())
                .filter(evaluation -> evaluation.status() != EvaluationStatus.FAILED);
        while (found.isPresent() && !stopping) {
            found = attempt(found.get());
        }
        return found.isEmpty();
    }

    /** The service goes down. */
    void stop() {
        stopping = true;
    }

    /** @return what is still to be done */
    private Optional<Evaluation> attempt(Evaluation evaluation) {
        rows.become(evaluation, EvaluationStatus.RUNNING, evaluation.failures(), null);
        try {
            ModelVersion version = registry.find(evaluation.model(), String.valueOf(evaluation.version()));
            return attempt(evaluation, version);
        } catch (EvaluationFailed | Problem e) {
            return fail(evaluation, ClientText.of(e));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} could not be measured", evaluation.title(), e);
            return fail(evaluation, ClientText.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
            return Optional.of(evaluation);
        }
    }

    private Optional<Evaluation> attempt(Evaluation evaluation, ModelVersion version)
            throws EvaluationFailed, IOException, InterruptedException {
        try (Leases leases = new Leases()) {
            EvaluationRequest request = start.prepare(version, evaluation, leases);
            return child.measure(request, () -> stopping, ended -> conclude(evaluation, version, ended));
        }
    }

    private Optional<Evaluation> conclude(Evaluation evaluation, ModelVersion version, Ended ended) {
        String said = ended.outcome().said();
        return switch (ended.outcome().end()) {
            case DONE -> keep(evaluation, version, ended);
            case STOPPED -> Optional.of(evaluation);
            case REFUSED -> fail(evaluation, said);
            case TOO_LONG -> fail(evaluation, "measuring took longer than latent.evaluation.longest");
            case DIED ->
                start.mayTryAgain(evaluation)
                        ? again(evaluation)
                        : fail(evaluation, "the process that measured it died; it last wrote: " + said);
        };
    }

    private Optional<Evaluation> keep(Evaluation evaluation, ModelVersion version, Ended ended) {
        try {
            Map<VersionFinding, byte[]> card = Map.of(
                    VersionFinding.QUALITY_CARD,
                    Files.readAllBytes(ended.folder().resolve(EvaluateCommand.CARD)),
                    VersionFinding.QUALITY_PAGE,
                    Files.readAllBytes(ended.folder().resolve(EvaluateCommand.PAGE)));
            findings.keep(version, card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        rows.done(evaluation);
        LOG.info("{} is measured", evaluation.title());
        return Optional.empty();
    }

    private Optional<Evaluation> again(Evaluation evaluation) {
        rows.become(evaluation, EvaluationStatus.QUEUED, evaluation.failures() + 1, null);
        return rows.find(evaluation.model(), evaluation.version()).filter(it -> it.request() == evaluation.request());
    }

    private Optional<Evaluation> fail(Evaluation evaluation, String detail) {
        rows.become(evaluation, EvaluationStatus.FAILED, evaluation.failures() + 1, ClientText.of(detail));
        LOG.warn("{} could not be measured: {}", evaluation.title(), detail);
        return Optional.empty();
    }
}
