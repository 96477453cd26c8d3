package dev.latent.evaluation;

import dev.latent.home.LatentHome;
import dev.latent.quality.EvaluationRequest;
import dev.latent.registry.ModelVersion;
import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Gathers what a child process needs to measure a version. */
@Component
@EnableConfigurationProperties(EvaluationSettings.class)
class EvaluationStart {
    private final TrainedOn trainedOn;
    private final LatentHome home;
    private final EvaluationSettings settings;

    EvaluationStart(TrainedOn trainedOn, LatentHome home, EvaluationSettings settings) {
        this.trainedOn = trainedOn;
        this.home = home;
        this.settings = settings;
    }

    /** @param files the folder that holds the version's files */
    EvaluationRequest prepare(ModelVersion version, Path files, Evaluation evaluation) throws EvaluationFailed {
        return new EvaluationRequest(
                title(version),
                files,
                trainedOn.folders(version),
                home.resolve("caches").resolve("classifiers"),
                evaluation.samples(),
                EvaluationSettings.SEED,
                settings.threadsOfAnEvaluation());
    }

    /** What a card's page is headed with. */
    static String title(ModelVersion version) {
        return version.model() + ", version " + version.version();
    }

    boolean mayTryAgain(Evaluation evaluation) {
        return evaluation.failures() + 1 < settings.attempts();
    }
}
