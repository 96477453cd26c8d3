package dev.latent.inference.operation;

import dev.latent.dataset.RowsByContent;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.inference.engine.NonFiniteAnswer;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import dev.latent.measure.FoundOnRows;
import dev.latent.registry.BeforeExport;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.sample.Samples;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * From which score on a sample is called anomalous. A version's training learned it. One that came without, or with one
 * of rows that nothing is known of, learns it here: on what the data that it was trained on hold and it has not seen, at
 * the first need, at the latest for an export, and keeps it.
 */
@Component
public class AnomalyThresholds implements BeforeExport {
    private static final Logger LOG = LoggerFactory.getLogger(AnomalyThresholds.class);

    private final ModelRegistry registry;
    private final DatasetSamples datasets;
    private final Scores scores;

    AnomalyThresholds(ModelRegistry registry, DatasetSamples datasets, Scores scores) {
        this.registry = registry;
        this.datasets = datasets;
        this.scores = scores;
    }

    /** Empty where none came with the version and the dataset is not here, or not as it was. */
    public Optional<AnomalyThreshold> of(VersionAndSeed asked) {
        return trusted(asked).or(() -> learn(asked)).or(() -> registry.threshold(asked.version()));
    }

    private Optional<AnomalyThreshold> trusted(VersionAndSeed asked) {
        return registry.threshold(asked.version()).filter(AnomalyThreshold::ofUnseenRows);
    }

    /** An export goes on without a threshold that can't be learned now. */
    @Override
    public void complete(ModelVersion version) {
        if (!version.description().operations().contains(Operation.ANOMALY_SCORE)) {
            return;
        }
        try {
            of(new VersionAndSeed(version, 0, new Selection(null, null)));
        } catch (RuntimeException e) {
            LOG.warn("The anomaly threshold of {} {} can't be learned", version.model(), version.version(), e);
        }
    }

    private synchronized Optional<AnomalyThreshold> learn(VersionAndSeed asked) {
        Optional<AnomalyThreshold> known = trusted(asked);
        if (known.isPresent()) {
            return known;
        }
        DatasetReference trainedOn = asked.version().description().datasets().get(0);
        Optional<AnomalyThreshold> learned = datasets.find(trainedOn.name())
                .filter(dataset -> dataset.digest().equals(trainedOn.digest()))
                .flatMap(dataset -> unseen(trainedOn))
                .flatMap(unseen -> learn(asked, unseen));
        learned.ifPresent(threshold -> registry.keepThreshold(asked.version(), threshold));
        return learned;
    }

    private record Unseen(CalibrationRows rows, Samples samples) {}

    private Optional<Unseen> unseen(DatasetReference trainedOn) {
        boolean sawValidation = !TrainOn.TRAIN.toString().equals(trainedOn.trainOn());
        RowsByContent seen = RowsByContent.of(
                datasets.training(trainedOn.name(), sawValidation ? TrainOn.TRAIN_AND_VALIDATION : TrainOn.TRAIN));
        Optional<Unseen> validation = sawValidation
                ? Optional.empty()
                : unseen(trainedOn, Split.VALIDATION, CalibrationRows.VALIDATION, seen);
        return validation.or(() -> unseen(trainedOn, Split.TEST, CalibrationRows.TEST, seen));
    }

    private Optional<Unseen> unseen(DatasetReference trainedOn, Split split, CalibrationRows rows, RowsByContent seen) {
        SampleSource source = datasets.source(trainedOn.name(), split);
        int[] unseen = RowsByContent.of(source).notAmong(seen, AnomalyThreshold.MOST_ROWS);
        return unseen.length == 0 ? Optional.empty() : Optional.of(new Unseen(rows, source.select(unseen)));
    }

    private Optional<AnomalyThreshold> learn(VersionAndSeed asked, Unseen unseen) {
        try {
            Anomalies found = scores.anomaly(asked, unseen.samples, LabelQuery.NONE, Optional.empty());
            double[] within =
                    FoundOnRows.of(found.deviations(), found.columns() != null).within();
            return Optional.of(AnomalyThreshold.learn(unseen.rows, found.scores(), within));
        } catch (NonFiniteAnswer e) {
            LOG.warn(
                    "Version {} of {} learns no anomaly threshold: {} of the data",
                    asked.version().version(),
                    asked.version().model(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
