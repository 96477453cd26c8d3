package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EngineTest
class NearestTrainingDataTests {
    @Test
    void aCopyOfTheTrainingDataHasRatioZero(NDManager manager) {
        NDArray training = Points.normal(manager, 1000, 1, 1, 1);

        Memorization memorization = new Memorization(training, Points.normal(manager, 500, 1, 1, 1));
        memorization.lookAmong(training);

        assertThat(memorization.ratio()).isZero();
    }

    @Test
    void freshSamplesOfTheSameDensityHaveRatioOne(NDManager manager) {
        Memorization memorization =
                new Memorization(Points.normal(manager, 5000, 1, 1, 1), Points.normal(manager, 5000, 1, 1, 1));
        memorization.lookAmong(Points.normal(manager, 1000, 1, 1, 1));

        assertThat(memorization.ratio()).isCloseTo(1, within(0.05));
    }

    @Test
    void aCopyIsFoundInWhicheverPartItLies(NDManager manager) {
        NDArray training = Points.normal(manager, 1000, 1, 1, 1);

        Memorization memorization = new Memorization(training, Points.normal(manager, 500, 1, 1, 1));
        memorization.lookAmong(training.get("0:300"));
        memorization.lookAmong(training.get("300:"));

        assertThat(memorization.ratio()).isZero();
        assertThat(memorization.samples().indices())
                .isEqualTo(IntStream.range(0, 1000).toArray());
    }

    @Test
    void theNearestOfAllPartsCounts(NDManager manager) {
        NearestSoFar nearest = new NearestSoFar(manager.create(new float[][] {{9, 9}, {1, 0}, {4, 4}}));

        nearest.lookAmong(new Neighbours(manager.create(new float[][] {{0, 0}, {8, 9}})));
        nearest.lookAmong(new Neighbours(manager.create(new float[][] {{20, 20}, {4, 5}, {1, 2}})));

        assertThat(nearest.indices()).containsExactly(1, 0, 3);
        assertThat(nearest.distances()).containsExactly(1, 1, 1);
    }
}
