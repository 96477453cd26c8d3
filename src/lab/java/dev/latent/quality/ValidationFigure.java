package dev.latent.quality;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelFolder;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.labelling.Classifiers;
import dev.latent.quality.measurement.DenoisingMeasurement;
import dev.latent.quality.measurement.DistributionMeasurement;
import dev.latent.quality.measurement.LikelihoodMeasurement;
import dev.latent.quality.measurement.Measurement;
import dev.latent.quality.measurement.ModesMeasurement;
import dev.latent.quality.measurement.ParzenMeasurement;
import dev.latent.quality.measurement.ReconstructionMeasurement;
import dev.latent.quality.measurement.TranslatedModes;
import dev.latent.quality.measurement.TranslationMeasurement;
import dev.latent.quality.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Figures of a card that can be taken on the validation split while a model trains: quick, with few samples. */
public enum ValidationFigure {
    NEGATIVE_ELBO(new LikelihoodMeasurement(), 5000, false, "negativeElbo"),
    PARZEN_LOG_LIKELIHOOD(new ParzenMeasurement(), 1, true, "parzenLogLikelihood"),
    FRECHET_DISTANCE(new DistributionMeasurement(), 2000, false, "frechetDistance"),
    MODES(new ModesMeasurement(), 5000, true, "modesCovered", "shareWithinModes"),
    RECONSTRUCTION_ERROR(new ReconstructionMeasurement(), 2000, false, "reconstructionMse"),
    PSNR_GAIN(new DenoisingMeasurement(), 500, true, "psnrGain"),
    TRANSLATED_MODES(new TranslatedModes(), 5000, true, "modesCoveredAToB"),
    TRANSLATION_DISTANCE(new TranslationMeasurement(), 2000, false, "frechetDistanceAToB", "frechetDistanceBToA");

    private static final int PARZEN_SAMPLES = 5000;

    /** What it is taken on. */
    static final Subject.HeldOut HELD_OUT = new Subject.HeldOut(Split.VALIDATION, 1000);

    private final Measurement measurement;
    private final Effort effort;
    private final boolean higherIsBetter;
    private final List<String> figures;

    /** @param figures whose mean is taken */
    ValidationFigure(Measurement measurement, int samples, boolean higherIsBetter, String... figures) {
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

    /**
     * Takes it of a version.
     *
     * @param datasets prepared folders of what it is trained on
     * @param classifiers folder that keeps trained classifiers
     * @throws IOException if something can't be read, or if the figure says nothing of such a model
     */
    public double measure(Path version, List<Path> datasets, Path classifiers, long seed) throws IOException {
        List<Dataset> open = new ArrayList<>();
        try (NDManager manager = ComputeDevice.newManager()) {
            for (Path dataset : datasets) {
                open.add(Dataset.open(dataset));
            }
            ModelDescription description = ModelFolder.read(version);
            Subject subject = new Subject(
                    description,
                    ModelFolder.load(version, manager),
                    open,
                    new Classifiers(classifiers, (what, share) -> {}),
                    manager,
                    HELD_OUT,
                    version);
            return measure(subject, seed);
        } finally {
            open.forEach(Dataset::close);
        }
    }

    double measure(Subject subject, long seed) throws IOException {
        CardDraft card = new CardDraft(effort, seed);
        TensorEngine.seed(seed);
        try {
            if (!measurement.suits(subject)) {
                throw new NotMeasurable(
                        "it says nothing of a " + subject.description().family());
            }
            measurement.measure(subject, card);
        } catch (NotMeasurable e) {
            throw new IOException(title() + " can't be taken: " + e.getMessage(), e);
        }
        return figures.stream().mapToDouble(name -> value(card, name)).average().orElseThrow();
    }

    private static double value(CardDraft card, String name) {
        return card.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
