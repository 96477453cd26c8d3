package dev.latent.quality;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelDescription;
import dev.latent.nn.TensorEngine;
import dev.latent.run.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Figures of a card that can be watched on the validation split while a model trains: quick, with few samples. */
public enum Watched {
    NEGATIVE_ELBO(new LikelihoodMeasurement(), 5000, false, "negativeElbo"),
    PARZEN_LOG_LIKELIHOOD(new ParzenMeasurement(), 1, true, "parzenLogLikelihood"),
    FRECHET_DISTANCE(new DistributionMeasurement(), 2000, false, "frechetDistance"),
    MODES(new ModesMeasurement(), 5000, true, "modesCovered", "shareWithinModes"),
    RECONSTRUCTION_ERROR(new ReconstructionMeasurement(), 2000, false, "reconstructionMse"),
    PSNR_GAIN(new DenoisingMeasurement(), 500, true, "psnrGain"),
    TRANSLATED_MODES(new TranslatedModes(), 5000, true, "modesCoveredAToB"),
    TRANSLATION_DISTANCE(new TranslationMeasurement(), 2000, false, "frechetDistanceAToB", "frechetDistanceBToA");

    private static final int PARZEN_SAMPLES = 5000;
    private static final int MOST = 1000;

    private final Measurement measurement;
    private final Effort effort;
    private final boolean higherIsBetter;
    private final List<String> figures;

    /** @param figures whose mean is watched */
    Watched(Measurement measurement, int samples, boolean higherIsBetter, String... figures) {
        this.measurement = measurement;
        this.effort = new Effort(samples, PARZEN_SAMPLES, 1, 1, 1);
        this.higherIsBetter = higherIsBetter;
        this.figures = List.of(figures);
    }

    /** In words. */
    public String title() {
        return String.join(", ", figures);
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** @param classifiers folder that keeps trained classifiers */
    public Validation with(Path classifiers) {
        return new OnValidationSplit(classifiers);
    }

    private final class OnValidationSplit implements Validation {
        private final Classifiers classifiers;

        OnValidationSplit(Path folder) {
            this.classifiers = new Classifiers(folder, (what, share) -> {});
        }

        @Override
        public double measure(
                ModelDescription description,
                GenerativeModel model,
                List<Dataset> datasets,
                long seed,
                NDManager manager)
                throws IOException {
            Subject.HeldOut heldOut = new Subject.HeldOut(Split.VALIDATION, MOST);
            Subject subject = new Subject(description, model, datasets, classifiers, manager, heldOut, null);
            CardDraft card = new CardDraft(effort, seed);
            TensorEngine.seed(seed);
            try {
                if (!measurement.suits(subject)) {
                    throw new NotMeasurable("it says nothing of a " + description.family());
                }
                measurement.measure(subject, card);
            } catch (NotMeasurable e) {
                throw new IOException(title() + " can't be watched: " + e.getMessage(), e);
            }
            return figures.stream()
                    .mapToDouble(name -> value(card, name))
                    .average()
                    .orElseThrow();
        }

        private static double value(CardDraft card, String name) {
            return card.figures().stream()
                    .filter(figure -> figure.name().equals(name))
                    .mapToDouble(Figure::value)
                    .findFirst()
                    .orElse(Double.NaN);
        }

        @Override
        public boolean higherIsBetter() {
            return higherIsBetter;
        }
    }
}
