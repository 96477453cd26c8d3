package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.adversarial.AdversarialLoss.Round;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Two real and two fake samples of which D has said something, to work a loss out by hand. */
public final class JudgedSamples {
    private static final float[] REAL = {2, -0.5f};
    private static final float[] FAKE = {-1, 0.3f};

    private JudgedSamples() {}

    /** What D minimizes. */
    public static float discriminatorLoss(AdversarialLoss loss, NDManager manager) {
        return discriminatorLoss(loss, manager.create(REAL), manager.create(FAKE));
    }

    public static float discriminatorLoss(AdversarialLoss loss, NDArray real, NDArray fake) {
        Round round = new Round(real, fake, real, fake, x -> x);
        return loss.discriminatorLoss(round, new LinkedHashMap<>()).getFloat();
    }

    /** What G minimizes. */
    public static float generatorLoss(AdversarialLoss loss, NDManager manager) {
        return loss.generatorLoss(manager.create(FAKE)).getFloat();
    }

    /** The mean over what D has said of real samples. */
    public static float overReal(DoubleUnaryOperator f) {
        return mean(REAL, f);
    }

    /** The mean over what D has said of fakes. */
    public static float overFake(DoubleUnaryOperator f) {
        return mean(FAKE, f);
    }

    private static float mean(float[] logits, DoubleUnaryOperator f) {
        return (float) List.of(logits[0], logits[1]).stream()
                .mapToDouble(Float::doubleValue)
                .map(f)
                .average()
                .orElseThrow();
    }

    public static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
