package dev.latent.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** Means of losses over some steps. */
final class LossMeans {
    private final Map<String, double[]> sums = new LinkedHashMap<>();

    void add(Map<String, Float> losses) {
        losses.forEach((name, value) -> {
            double[] sum = sums.computeIfAbsent(name, key -> new double[2]);
            sum[0] += value;
            sum[1]++;
        });
    }

    /** The means since the last call. */
    Map<String, Double> take() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
        sums.clear();
        return means;
    }
}
