package dev.latent.quality;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.family.GenerativeModel;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelFolder;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.problem.ClientText;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.Exhibit;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.Progress;
import dev.latent.quality.card.QualityCard;
import dev.latent.quality.labelling.Classifiers;
import dev.latent.quality.measurement.AnomalyMeasurement;
import dev.latent.quality.measurement.ClassMeasurement;
import dev.latent.quality.measurement.CriticEstimateMeasurement;
import dev.latent.quality.measurement.CriticMeasurement;
import dev.latent.quality.measurement.DenoisingMeasurement;
import dev.latent.quality.measurement.DistributionMeasurement;
import dev.latent.quality.measurement.LabelMeasurement;
import dev.latent.quality.measurement.LikelihoodMeasurement;
import dev.latent.quality.measurement.Measurement;
import dev.latent.quality.measurement.MemorizationMeasurement;
import dev.latent.quality.measurement.ModesMeasurement;
import dev.latent.quality.measurement.NeighbourLabelMeasurement;
import dev.latent.quality.measurement.NoiseTable;
import dev.latent.quality.measurement.ParzenMeasurement;
import dev.latent.quality.measurement.ReconstructionMeasurement;
import dev.latent.quality.measurement.ResidualMeasurement;
import dev.latent.quality.measurement.RowDenoisingMeasurement;
import dev.latent.quality.measurement.SamplesExhibition;
import dev.latent.quality.measurement.TranslatedModes;
import dev.latent.quality.measurement.TranslationMeasurement;
import dev.latent.quality.subject.Subject;
import dev.latent.run.CodeVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes all measures that suit a version.
 *
 * @param version folder of a trained model
 * @param datasets prepared folders of what it was trained on
 * @param classifiers folder that keeps trained classifiers
 */
public record Appraisal(Path version, List<Path> datasets, Path classifiers) {
    private static final Logger LOG = LoggerFactory.getLogger(Appraisal.class);
    private static final List<Measurement> MEASUREMENTS = List.of(
            new SamplesExhibition(),
            new ReconstructionMeasurement(),
            new AnomalyMeasurement(),
            new DenoisingMeasurement(),
            new ResidualMeasurement(),
            new RowDenoisingMeasurement(),
            new NoiseTable(),
            new LikelihoodMeasurement(),
            new LabelMeasurement(),
            new NeighbourLabelMeasurement(),
            new DistributionMeasurement(),
            new ClassMeasurement(),
            new ModesMeasurement(),
            new ParzenMeasurement(),
            new MemorizationMeasurement(),
            new CriticMeasurement(),
            new CriticEstimateMeasurement(),
            new TranslationMeasurement(),
            new TranslatedModes());

    /** @param exhibits for the card's page */
    public record Result(QualityCard card, List<Exhibit> exhibits) {}

    /** @throws IOException if the version or a dataset can't be read */
    public Result measure(Effort effort, long seed, Progress progress) throws IOException {
        Instant start = Instant.now();
        List<Dataset> open = new ArrayList<>();
        try (NDManager manager = ComputeDevice.newManager()) {
            for (Path dataset : datasets) {
                open.add(Dataset.open(dataset));
            }
            ModelDescription description = ModelFolder.read(version);
            GenerativeModel model = ModelFolder.load(version, manager);
            Subject subject = new Subject(
                    description,
                    model,
                    open,
                    new Classifiers(classifiers, inPercents(progress)),
                    manager,
                    Subject.HeldOut.TEST,
                    version);
            CardDraft draft = new CardDraft(effort, seed);
            takeAll(subject, draft, progress);
            return new Result(card(subject, draft, start), draft.exhibits());
        } finally {
            open.forEach(Dataset::close);
        }
    }

    private static void takeAll(Subject subject, CardDraft draft, Progress progress) throws IOException {
        List<Measurement> suitable =
                MEASUREMENTS.stream().filter(it -> it.suits(subject)).toList();
        for (int i = 0; i < suitable.size(); i++) {
            String name = name(suitable.get(i));
            progress.report(name, (double) i / suitable.size());
            TensorEngine.seed(draft.seed());
            take(suitable.get(i), name, subject, draft);
        }
    }

    /** Tells of whole percents only. */
    private static Progress inPercents(Progress progress) {
        int[] told = {-1};
        return (what, share) -> {
            int percent = (int) (100 * share);
            if (percent != told[0]) {
                told[0] = percent;
                progress.report(what, share);
            }
        };
    }

    /** What goes wrong with one measure leaves the others. */
    private static void take(Measurement measurement, String name, Subject subject, CardDraft draft)
            throws IOException {
        try {
            measurement.measure(subject, draft);
        } catch (NotMeasurable e) {
            draft.notMeasured(name, ClientText.of(e));
        } catch (RuntimeException e) {
            LOG.error("{} could not be measured", name, e);
            draft.notMeasured(name, ClientText.of(e));
        }
    }

    private static String name(Measurement measurement) {
        return measurement.getClass().getSimpleName().replaceAll("(Measurement|Exhibition)$", "");
    }

    private static QualityCard card(Subject subject, CardDraft draft, Instant start) {
        ModelDescription description = subject.description();
        return new QualityCard(
                QualityCard.FORMAT_VERSION,
                description.family(),
                description.datasets(),
                draft.effort().samples(),
                draft.seed(),
                description.codeVersion(),
                start,
                CodeVersion.current(),
                Duration.between(start, Instant.now()).toMillis() / 1e3,
                subject.classifierNote().orElse(null),
                draft.figures(),
                draft.tables(),
                draft.unmeasured(),
                draft.verdict(),
                draft.cautions());
    }
}
