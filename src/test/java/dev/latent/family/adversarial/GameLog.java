package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has G minimize E D(G(z)), and D E D(G(z)) − E D(x), which one can work out by hand; keeps what it is asked about. */
final class GameLog implements AdversarialLoss {
    private final List<String> players = new ArrayList<>();
    private final List<List<Float>> real = new ArrayList<>();
    private final List<List<Float>> fakeLogits = new ArrayList<>();

    @Override
    public NDArray discriminatorLoss(Round round, Map<String, NDArray> parts) {
        players.add("D");
        real.add(list(round.real()));
        fakeLogits.add(list(round.fakeLogits()));
        return round.fakeLogits().mean().sub(round.realLogits().mean());
    }

    @Override
    public NDArray generatorLoss(NDArray logits) {
        players.add("G");
        fakeLogits.add(list(logits));
        return logits.mean();
    }

    private static List<Float> list(NDArray array) {
        List<Float> values = new ArrayList<>();
        for (float value : array.toFloatArray()) {
            values.add(value);
        }
        return values;
    }

    /** Whose updates there were, D's and G's, in their order. */
    List<String> players() {
        return players;
    }

    /** What D was shown as real in each of its updates. */
    List<List<Float>> real() {
        return real;
    }

    /** D of the fakes, in each update of either. */
    List<List<Float>> fakeLogits() {
        return fakeLogits;
    }
}
