package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.nn.training.Adam;
import dev.latent.nn.training.Losses;
import dev.latent.nn.training.TrainableNetwork;
import dev.latent.sample.Samples;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * How a classifier learns: cross-entropy, Adam with a step size that falls to a tenth for the last third.
 *
 * @param steps of {@value #BATCH} samples each
 * @param seed decides which samples a step sees
 * @param varied whether pictures are moved a little and lose a part, each in its own way: few are known by heart otherwise
 */
public record ClassifierTraining(int steps, long seed, boolean varied) {
    private static final int BATCH = 128;

    /** @param progress is told the share that is done */
    public void train(Classifier classifier, LabelledSamples samples, NDManager parent, DoubleConsumer progress) {
        SplittableRandom random = new SplittableRandom(seed);
        int slow = steps * 2 / 3;
        run(classifier, samples, parent, new Phase(random, 0, slow, 1e-3), progress);
        run(classifier, samples, parent, new Phase(random, slow, steps, 1e-4), progress);
    }

    private record Phase(SplittableRandom random, int from, int to, double learningRate) {}

    private void run(
            Classifier classifier, LabelledSamples samples, NDManager parent, Phase phase, DoubleConsumer progress) {
        TrainableNetwork network = new TrainableNetwork(
                classifier.weights(), weights -> new Adam(weights, new Adam.Settings(phase.learningRate)));
        for (int step = phase.from; step < phase.to; step++) {
            step(network, classifier, drawn(samples, phase.random, varied), parent);
            progress.accept((step + 1.0) / steps);
        }
        classifier.weights().training(false);
    }

    private static void step(TrainableNetwork network, Classifier classifier, Samples batch, NDManager parent) {
        try (NDManager manager = parent.newSubManager()) {
            NDArray x = SampleArrays.of(manager, batch);
            NDArray y = SampleArrays.labels(manager, batch);
            network.minimize(() -> Losses.crossEntropy(classifier.logits(x), y));
        }
    }

    private static Samples drawn(LabelledSamples samples, SplittableRandom random, boolean varied) {
        int[] chosen = IntStream.generate(() -> random.nextInt(samples.count()))
                .limit(Math.min(BATCH, samples.count()))
                .toArray();
        Samples batch = samples.select(chosen);
        return varied ? MovedPictures.of(batch, random) : batch;
    }
}
