package dev.latent.papers;

import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.quality.card.QualityCard;
import dev.latent.report.Provenance;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What came of an experiment: {@code results/papers/ID.json}.
 *
 * @param hyperparameters all of them, in the end
 * @param validation the measure that the training was ended by, on the validation split
 * @param epochs trained, with the fraction of the last one
 * @param bestEpoch whose weights were measured
 * @param curve the validation measure by epoch
 * @param card every measure of the version, on the test split
 */
record Outcome(
        String experiment,
        String title,
        String family,
        List<DatasetReference> datasets,
        JsonNode hyperparameters,
        int batchSize,
        long seed,
        String trainOn,
        int threads,
        int patienceEpochs,
        double mostMinutes,
        double minutesTrained,
        double epochs,
        double bestEpoch,
        String validation,
        List<ValidationPoint> curve,
        List<Comparison> comparisons,
        QualityCard card,
        Provenance provenance) {

    /** Whether it was made under the same conditions. */
    boolean isOf(Stopping stopping) {
        return patienceEpochs == stopping.patience() && mostMinutes == stopping.minutes();
    }
}
