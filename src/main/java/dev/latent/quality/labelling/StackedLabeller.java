package dev.latent.quality.labelling;

import ai.djl.ndarray.NDArray;
import dev.latent.quality.card.QualityCard;

/** One classifier that looks at each channel by itself; the class is the row of the channels' classes. */
public record StackedLabeller(Labeller ofChannel, int channels) implements Labeller {
    @Override
    public int[] classify(NDArray x) {
        int[] each = ofChannel.classify(apart(x));
        int[] labels = new int[each.length / channels];
        for (int i = 0; i < each.length; i++) {
            labels[i / channels] = labels[i / channels] * ofChannel.classes() + each[i];
        }
        return labels;
    }

    @Override
    public NDArray features(NDArray x) {
        return ofChannel.features(apart(x)).reshape(x.getShape().get(0), -1);
    }

    private static NDArray apart(NDArray x) {
        long[] d = x.getShape().getShape();
        return x.reshape(d[0] * d[1], 1, d[2], d[3]);
    }

    @Override
    public int classes() {
        return (int) Math.pow(ofChannel.classes(), channels);
    }

    @Override
    public QualityCard.ClassifierNote note() {
        return ofChannel.note();
    }
}
