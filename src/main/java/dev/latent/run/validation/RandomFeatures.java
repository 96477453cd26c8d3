package dev.latent.run.validation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.measure.Chunks;
import dev.latent.measure.Classifier;
import dev.latent.measure.FeatureStatistics;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.SplittableRandom;

/** What a classifier's network sees that has learned nothing: cheap, the same for every run, and enough to compare two moments of one. */
final class RandomFeatures {
    private static final long SEED = 1;
    private static final int SOME_CLASSES = 2;

    private final Classifier network;

    RandomFeatures(SampleShape shape, NDManager manager) {
        network = new Classifier(shape, SOME_CLASSES, Weights.Source.drawn(manager, new SplittableRandom(SEED)));
    }

    FeatureStatistics of(NDArray samples) {
        return FeatureStatistics.of(Chunks.map(samples, Chunks.FORWARD, network::features));
    }
}
