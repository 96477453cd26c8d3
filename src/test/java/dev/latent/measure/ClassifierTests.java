package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EngineTest
class ClassifierTests {
    private static final SampleShape IMAGE = SampleShape.of(1, 8, 8);

    @Test
    void itLearnsWhichHalfOfAnImageIsBright(NDManager manager) {
        Classifier classifier = trained(manager, IMAGE, 40);

        Samples test = halves(IMAGE, 9).select(IntStream.range(0, 200).toArray());

        assertThat(classifier.classify(SampleArrays.of(manager, test))).isEqualTo(test.labels());
    }

    @Test
    void itLearnsVectorsAsWell(NDManager manager) {
        SampleShape vector = SampleShape.of(2);
        Samples test = halves(vector, 9).select(IntStream.range(0, 200).toArray());

        int[] found = trained(manager, vector, 100).classify(SampleArrays.of(manager, test));

        assertThat(Agreement.of(test.labels(), found, 2).share()).isGreaterThan(0.95);
    }

    @Test
    void theSameSeedGivesTheSameClassifier(NDManager manager) {
        NDArray image = SampleArrays.of(manager, halves(IMAGE, 3).select(new int[] {0, 1, 2}));

        NDArray first = trained(manager, IMAGE, 5).features(image);

        assertThat(first.getShape()).isEqualTo(new Shape(3, Classifier.FEATURES));
        assertThat(trained(manager, IMAGE, 5).features(image).toFloatArray()).isEqualTo(first.toFloatArray());
    }

    private static Classifier trained(NDManager manager, SampleShape shape, int steps) {
        Classifier classifier = new Classifier(shape, 2, Weights.Source.drawn(manager, new SplittableRandom(5)));
        new ClassifierTraining(steps, 5, false).train(classifier, halves(shape, 7), manager, share -> {});
        return classifier;
    }

    /** Of class 0 the first half of the values is bright, of class 1 the second. */
    private static LabelledSamples halves(SampleShape shape, long seed) {
        return new LabelledSamples() {
            @Override
            public int count() {
                return 1000;
            }

            @Override
            public Samples select(int[] indices) {
                float[] values = new float[indices.length * shape.size()];
                int[] labels = Arrays.stream(indices).map(index -> index % 2).toArray();
                for (int i = 0; i < values.length; i++) {
                    int sample = i / shape.size();
                    boolean first = i % shape.size() < shape.size() / 2;
                    SplittableRandom random = new SplittableRandom(seed + 1000L * indices[sample] + i % shape.size());
                    values[i] = (float) (random.nextDouble(0.4) + (first == (labels[sample] == 0) ? 0.6 : 0));
                }
                return new Samples(shape, values, labels);
            }
        };
    }
}
