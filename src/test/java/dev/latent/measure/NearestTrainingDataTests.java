package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import org.junit.jupiter.api.Test;

@EngineTest
class NearestTrainingDataTests {
    @Test
    void aCopyOfTheTrainingDataHasRatioZero(NDManager manager) {
        NDArray training = Points.normal(manager, 1000, 1, 1, 1);

        assertThat(Memorisation.of(training, training, Points.normal(manager, 500, 1, 1, 1))
                        .ratio())
                .isZero();
    }

    @Test
    void freshSamplesOfTheSameDensityHaveRatioOne(NDManager manager) {
        NDArray training = Points.normal(manager, 1000, 1, 1, 1);
        NDArray fresh = Points.normal(manager, 5000, 1, 1, 1);

        assertThat(Memorisation.of(training, fresh, Points.normal(manager, 5000, 1, 1, 1))
                        .ratio())
                .isCloseTo(1, within(0.05));
    }

    @Test
    void aSampleGetsTheLabelOfItsNearestNeighbour(NDManager manager) {
        NearestNeighbourClassifier classifier =
                new NearestNeighbourClassifier(manager.create(new float[][] {{0, 0}, {10, 10}}), new int[] {3, 8});

        assertThat(classifier.classify(manager.create(new float[][] {{9, 9}, {1, 0}, {10, 11}})))
                .containsExactly(8, 3, 8);
    }
}
