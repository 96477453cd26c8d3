package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.junit.jupiter.api.Test;

@EngineTest
class FrechetDistanceTests {
    @Test
    void ofAxisParallelGaussiansItIsTheSumOverTheAxes() {
        FeatureStatistics first = gaussian(new double[] {0, 0}, new double[][] {{4, 0}, {0, 9}});
        FeatureStatistics second = gaussian(new double[] {1, 2}, new double[][] {{1, 0}, {0, 25}});

        double expected = (1 + 4) + (2 - 1) * (2 - 1) + (3 - 5) * (3 - 5);
        assertThat(FrechetDistance.between(first, second)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void ofGaussiansInDifferentDirectionsItIsTheClosedFormOfTwoDimensions() {
        FeatureStatistics first = gaussian(new double[] {0, 0}, new double[][] {{2, 1}, {1, 2}});
        FeatureStatistics second = gaussian(new double[] {0, 0}, new double[][] {{3, -1}, {-1, 1}});

        // tr √M = √(tr M + 2 √det M) for the 2×2 matrix M = Σ₁Σ₂ = [[5, −1], [1, 1]]
        double overlap = Math.sqrt(6 + 2 * Math.sqrt(6));
        assertThat(FrechetDistance.between(first, second)).isCloseTo(4 + 4 - 2 * overlap, within(1e-9));
    }

    @Test
    void ofEqualGaussiansItIsZeroEvenWhereAFeatureIsConstant() {
        FeatureStatistics flat = gaussian(new double[] {1, 1}, new double[][] {{1, 0}, {0, 0}});

        assertThat(FrechetDistance.between(flat, flat)).isCloseTo(0, within(1e-9));
    }

    @Test
    void meanAndCovarianceAreThoseOfTheRows(NDManager manager) {
        FeatureStatistics statistics = FeatureStatistics.of(manager.create(new float[][] {{1, 0}, {3, 4}, {5, 2}}));

        assertThat(statistics.mean().toArray()).containsExactly(3, 2);
        assertThat(statistics.covariance().getData()).isDeepEqualTo(new double[][] {{4, 2}, {2, 4}});
    }

    @Test
    void oneSampleHasNoCovariance(NDManager manager) {
        NDArray one = Points.normal(manager, 1, 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> FeatureStatistics.of(one));
    }

    private static FeatureStatistics gaussian(double[] mean, double[][] covariance) {
        return new FeatureStatistics(new ArrayRealVector(mean), new Array2DRowRealMatrix(covariance));
    }
}
