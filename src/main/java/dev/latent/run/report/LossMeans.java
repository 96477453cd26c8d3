package dev.latent.run.report;

import dev.latent.family.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Means of losses over some steps. */
public final class LossMeans {
    private static final TypeReference<LinkedHashMap<String, double[]>> SUMS = new TypeReference<>() {};

    private final Map<String, double[]> sums = new LinkedHashMap<>();

    public void add(Map<String, Float> losses) {
        losses.forEach((name, value) -> {
            double[] sum = sums.computeIfAbsent(name, key -> new double[2]);
            sum[0] += value;
            sum[1]++;
        });
    }

    /** As {@link #restore} takes it. */
    public String state() {
        return Json.MAPPER.writeValueAsString(sums);
    }

    /** Goes on after an earlier attempt. @param state what that had, or null */
    public void restore(@Nullable String state) {
        if (state != null) {
            sums.putAll(Json.MAPPER.readValue(state, SUMS));
        }
    }

    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
        return means;
    }

    /** The means since the last call. */
    public Map<String, Double> take() {
        Map<String, Double> means = means();
        sums.clear();
        return means;
    }

    /** Over the steps of both. */
    LossMeans and(LossMeans others) {
        LossMeans both = new LossMeans();
        both.join(this);
        both.join(others);
        return both;
    }

    private void join(LossMeans others) {
        others.sums.forEach((name, sum) -> {
            double[] joined = sums.computeIfAbsent(name, key -> new double[2]);
            joined[0] += sum[0];
            joined[1] += sum[1];
        });
    }
}
