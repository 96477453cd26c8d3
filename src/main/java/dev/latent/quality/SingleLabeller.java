package dev.latent.quality;

import ai.djl.ndarray.NDArray;
import dev.latent.measure.Chunks;
import dev.latent.measure.Classifier;

/** One classifier for the whole sample. */
record SingleLabeller(Classifier classifier, QualityCard.ClassifierNote note) implements Labeller {
    @Override
    public int[] classify(NDArray x) {
        int[] labels = new int[Math.toIntExact(x.getShape().get(0))];
        Chunks.forEach(x, Chunks.FORWARD, (from, chunk) -> {
            int[] found = classifier.classify(chunk);
            System.arraycopy(found, 0, labels, Math.toIntExact(from), found.length);
        });
        return labels;
    }

    @Override
    public NDArray features(NDArray x) {
        return Chunks.map(x, Chunks.FORWARD, classifier::features);
    }

    @Override
    public int classes() {
        return classifier.classes();
    }

    /** The share that it labels right. */
    double accuracy(NDArray x, int[] labels) {
        int[] found = classify(x);
        return dev.latent.measure.Agreement.of(labels, found, classes()).share();
    }
}
