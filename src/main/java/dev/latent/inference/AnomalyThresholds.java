package dev.latent.inference;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.registry.BeforeExport;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.sample.Samples;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * From which score on a sample is called anomalous: more than {@value #PERCENTILE}% of the validation samples of the
 * dataset that the version was trained on score. Learned at the first need, at the latest for an export, and kept with
 * the version.
 */
@Component
class AnomalyThresholds implements BeforeExport {
    private static final Logger LOG = LoggerFactory.getLogger(AnomalyThresholds.class);

    static final double PERCENTILE = 99;
    private static final int MOST_SAMPLES = 2000;

    private final ModelRegistry registry;
    private final DatasetSamples datasets;
    private final Scores scores;

    AnomalyThresholds(ModelRegistry registry, DatasetSamples datasets, Scores scores) {
        this.registry = registry;
        this.datasets = datasets;
        this.scores = scores;
    }

    /** Empty where the dataset is not here, or not as it was. */
    Optional<Double> of(Asked asked) {
        return registry.threshold(asked.version()).or(() -> learn(asked));
    }

    /** An export goes on without a threshold that can't be learned now. */
    @Override
    public void complete(ModelVersion version) {
        if (!version.description().operations().contains(Operation.ANOMALY_SCORE)) {
            return;
        }
        try {
            of(new Asked(version, 0, new Selection(null, null)));
        } catch (RuntimeException e) {
            LOG.warn("The anomaly threshold of {} {} can't be learned", version.model(), version.version(), e);
        }
    }

    private synchronized Optional<Double> learn(Asked asked) {
        Optional<Double> known = registry.threshold(asked.version());
        if (known.isPresent()) {
            return known;
        }
        DatasetReference trainedOn = asked.version().description().datasets().get(0);
        Optional<Double> learned = datasets.find(trainedOn.name())
                .filter(dataset -> dataset.digest().equals(trainedOn.digest()))
                .flatMap(dataset -> learn(asked, dataset));
        learned.ifPresent(threshold -> registry.keepThreshold(asked.version(), threshold));
        return learned;
    }

    private Optional<Double> learn(Asked asked, DatasetDescription dataset) {
        SampleSource validation = datasets.source(dataset, Split.VALIDATION);
        Samples samples = validation.range(0, Math.min(MOST_SAMPLES, validation.count()));
        if (samples.count() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Percentile(PERCENTILE).evaluate(scores.anomaly(asked, samples, LabelQuery.NONE)));
        } catch (NoNumber e) {
            LOG.warn(
                    "Version {} of {} learns no anomaly threshold: {} of the validation data",
                    asked.version().version(),
                    asked.version().model(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
