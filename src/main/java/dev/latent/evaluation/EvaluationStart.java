package dev.latent.evaluation;

import dev.latent.child.ChildEnd;
import dev.latent.home.LatentHome;
import dev.latent.quality.EvaluationRequest;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.storage.Leases;
import org.springframework.stereotype.Component;

/** Gathers what a child process needs to measure a version. */
@Component
class EvaluationStart {
    private final ModelRegistry registry;
    private final TrainedOn trainedOn;
    private final LatentHome home;
    private final EvaluationSettings settings;

    EvaluationStart(ModelRegistry registry, TrainedOn trainedOn, LatentHome home, EvaluationSettings settings) {
        this.registry = registry;
        this.trainedOn = trainedOn;
        this.home = home;
        this.settings = settings;
    }

    /** @param leases takes what keeps the files that the child reads */
    EvaluationRequest prepare(ModelVersion version, Evaluation evaluation, Leases leases) throws EvaluationFailed {
        return new EvaluationRequest(
                title(version),
                leases.add(registry.lease(version)),
                trainedOn.folders(version, leases),
                home.resolve("caches").resolve("classifiers"),
                evaluation.samples(),
                EvaluationSettings.SEED,
                settings.threadsOfAnEvaluation());
    }

    /** What a card's page is headed with. */
    static String title(ModelVersion version) {
        return version.model() + ", version " + version.version();
    }

    /** Whether another attempt may help after one whose process broke. */
    boolean mayTryAgain(Evaluation evaluation, ChildEnd end) {
        return !end.code().equals(ChildEnd.Code.TOO_LONG) && evaluation.failures() + 1 < settings.attempts();
    }
}
