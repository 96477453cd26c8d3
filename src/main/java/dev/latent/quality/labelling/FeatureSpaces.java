package dev.latent.quality.labelling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Noise;
import dev.latent.measure.PrincipalComponents;
import dev.latent.measure.SampleArrays;
import dev.latent.measure.TextureFeatures;
import dev.latent.quality.data.Part;
import java.util.function.UnaryOperator;

/** The features that suit a dataset. */
public final class FeatureSpaces {
    private static final int COMPONENTS = 64;
    private static final int MOST_PICTURES = 5000;

    private FeatureSpaces() {}

    private record Named(UnaryOperator<NDArray> function, String name) implements FeatureSpace {
        @Override
        public NDArray of(NDArray x) {
            return function.apply(x);
        }
    }

    public static FeatureSpace ofLabeller(Labeller labeller) {
        return new Named(labeller::features, "features of the dataset's classifier");
    }

    /** Pictures that no classifier can be relied on to know. */
    public static FeatureSpace ofPictures(Part training, NDManager manager) {
        try (NDManager reading = manager.newSubManager()) {
            NDArray data = training.array(reading, training.some(MOST_PICTURES, 1));
            TextureFeatures features = TextureFeatures.of(data, manager);
            return new Named(features::of, "random filters' energies and mean colours, standardized");
        }
    }

    /** Without labels: the columns themselves where there are few, else their principal components. */
    public static FeatureSpace ofData(Part training, NDManager manager) {
        if (training.shape().size() <= COMPONENTS) {
            return new Named(SampleArrays::rows, "the samples' own columns");
        }
        try (NDManager reading = manager.newSubManager()) {
            NDArray data = SampleArrays.rows(training.array(reading, training.some(Integer.MAX_VALUE, 1)));
            int k = (int) Math.min(COMPONENTS, data.getShape().get(0));
            PrincipalComponents components = PrincipalComponents.of(data, k, Noise.ENGINE);
            components.mean().attach(manager);
            components.directions().attach(manager);
            return new Named(x -> components.encode(SampleArrays.rows(x)), k + " principal components");
        }
    }
}
