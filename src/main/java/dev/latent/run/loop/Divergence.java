package dev.latent.run.loop;

import ai.djl.ndarray.NDArray;
import dev.latent.family.Json;
import dev.latent.nn.layer.Weights;
import dev.latent.run.RunFailure;
import dev.latent.run.RunReport;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Ends a run that nothing can come of any more. The first step's losses, of weights as they were drawn, tell how large
 * losses of these data are: with their defaults all families stay within 20 times of that, beside an outlier of a
 * thousand standard deviations, too. A critic's losses have no bounds, but those of a thousandfold step size do not
 * come back from ten thousand times.
 */
public final class Divergence {
    /** Times the first step's. */
    private static final double ABSURD_LOSS = 1e5;

    private static final double LEAST_FIRST = 1;
    /** A step of several updates, as a critic's, may have gone astray before its losses are known. */
    private static final double MOST_FIRST = 1e4;

    /** An outlier alone in its batch does not make a run absurd. A short one shows it sooner. */
    private static final int IN_A_ROW = 10;

    private static final double ABSURD_WEIGHT = 1e6;
    private static final String ADVICE = "; a smaller learningRate may help";
    private static final TypeReference<LinkedHashMap<String, Float>> LOSSES = new TypeReference<>() {};

    private final long inARow;
    private final Map<String, Float> first = new LinkedHashMap<>();
    private int absurd;

    /** @param steps of the whole run */
    public Divergence(long steps) {
        this.inARow = Math.max(2, Math.min(IN_A_ROW, steps / 3));
    }

    /** @throws RunFailure if a loss is no number, or all too large and stays so */
    public void requireSane(long step, Map<String, Float> losses) throws RunFailure {
        losses.forEach(first::putIfAbsent);
        Map.Entry<String, Float> worst = null;
        for (Map.Entry<String, Float> loss : losses.entrySet()) {
            if (!Float.isFinite(loss.getValue())) {
                throw diverged(loss.getKey() + " became " + loss.getValue() + " at step " + step);
            }
            worst = isAbsurd(loss) ? loss : worst;
        }
        absurd = worst == null ? 0 : absurd + 1;
        if (worst != null && absurd >= inARow) {
            throw diverged("%s is %.2g at step %d, after %.2g at the first step"
                    .formatted(worst.getKey(), worst.getValue(), step, first.get(worst.getKey())));
        }
    }

    private boolean isAbsurd(Map.Entry<String, Float> loss) {
        double usual = Math.max(LEAST_FIRST, Math.min(MOST_FIRST, Math.abs(first.get(loss.getKey()))));
        return Math.abs(loss.getValue()) > ABSURD_LOSS * usual;
    }

    /** @throws RunFailure if one is no number, or larger than any that a network can work with */
    public static void requireSane(long step, Collection<Weights> networks) throws RunFailure {
        for (Weights network : networks) {
            for (Map.Entry<String, NDArray> weight : network.all().entrySet()) {
                float largest = largest(weight.getValue());
                if (!(largest <= ABSURD_WEIGHT)) {
                    throw diverged("the largest of the weights %s is %.2g at step %d"
                            .formatted(weight.getKey(), largest, step));
                }
            }
        }
    }

    /** NaN where one is. */
    private static float largest(NDArray array) {
        try (NDArray sizes = array.abs();
                NDArray largest = sizes.max()) {
            return largest.getFloat();
        }
    }

    private static RunFailure diverged(String what) {
        return new RunFailure(RunReport.Code.DIVERGED, "the training diverged: " + what + ADVICE, false);
    }

    /** As {@link #restore} takes it. */
    public String state() {
        return Json.MAPPER.writeValueAsString(first);
    }

    /** Goes on after an earlier attempt. @param state what that had, or null */
    public void restore(@Nullable String state) {
        if (state != null) {
            first.putAll(Json.MAPPER.readValue(state, LOSSES));
        }
    }
}
