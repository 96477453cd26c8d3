package dev.latent.papers;

import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.QualityCard;
import dev.latent.report.Provenance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What came of a family's defaults: {@code results/defaults/ID.json}.
 *
 * @param hyperparameters all of them; none where the training failed
 * @param failure why the training ended early, or null
 * @param figures those that tell of a collapse
 */
record DefaultOutcome(
        String family,
        String dataset,
        long seed,
        int epochs,
        int batchSize,
        @Nullable JsonNode hyperparameters,
        @Nullable String failure,
        List<Figure> figures,
        Provenance provenance) {
    static final String PRECISION = "precision";
    static final String COVERAGE = "coverage";
    static final String LEAST_CLASS = "leastClassShare";
    static final String FRECHET = "frechetDistance";

    static DefaultOutcome of(
            DefaultTraining training, JsonNode hyperparameters, QualityCard card, Provenance provenance) {
        List<Figure> figures = DefaultBar.of(training.family()).of(card.figures());
        return of(training, hyperparameters, null, figures, provenance);
    }

    static DefaultOutcome failed(DefaultTraining training, String reason, Provenance provenance) {
        return of(training, null, reason, List.of(), provenance);
    }

    private static DefaultOutcome of(
            DefaultTraining training,
            @Nullable JsonNode hyperparameters,
            @Nullable String failure,
            List<Figure> figures,
            Provenance provenance) {
        TrainingDefaults defaults = training.defaults();
        return new DefaultOutcome(
                training.family(),
                training.dataset(),
                training.seed(),
                defaults.epochs(),
                defaults.batchSize(),
                hyperparameters,
                failure,
                figures,
                provenance);
    }

    /** Neither diverged nor collapsed. */
    boolean holds() {
        return failure == null && DefaultBar.of(family).isPassed(figures);
    }

    Optional<Figure> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }
}
