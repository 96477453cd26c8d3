package dev.latent.quality.labelling;

import ai.djl.ndarray.NDArray;
import dev.latent.measure.Chunks;
import dev.latent.measure.Classifier;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.engine.Tensors;
import dev.latent.quality.card.QualityCard;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** One classifier for the whole sample. */
record SingleLabeller(Classifier classifier, QualityCard.ClassifierNote note) implements Labeller {
    private static final int DIGITS = 12;

    /** One whose note names the weights that the classifier has now. */
    static SingleLabeller of(Classifier classifier, QualityCard.ClassifierNote note) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        new TreeMap<>(classifier.weights().all()).forEach((name, values) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(Tensors.tensor(values, Type.F32).data());
        });
        String weights = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        return new SingleLabeller(classifier, note.withWeights(weights));
    }

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
