package dev.latent.papers.anomaly;

import dev.latent.report.Provenance;
import java.util.Map;

/**
 * What was found in a table with a seed.
 *
 * @param area under the ROC curve in percent by method
 * @param falseAlarms the share of normal rows above the threshold by family; those of the training are not among them
 * @param seconds of training and scoring by family
 */
record AnomalyResult(
        String table,
        long seed,
        int trainingRows,
        int columns,
        int normal,
        int anomalies,
        Map<String, Double> area,
        Map<String, Double> falseAlarms,
        Map<String, Double> seconds,
        Provenance provenance) {}
