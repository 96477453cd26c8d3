package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@EngineTest
class ParzenWindowTests {

    @Test
    void theDensityAroundOneSampleIsAGaussian(NDManager manager) {
        ParzenWindow window = new ParzenWindow(manager.create(new float[][] {{1, 2}}));

        double found = window.logLikelihoods(manager.create(new float[][] {{1.5f, 2}}), List.of(0.5))[0][0];

        assertThat(found).isCloseTo(gaussian(0.5, 0.5, 2), within(1e-5));
    }

    @Test
    void twoSamplesShareTheDensity(NDManager manager) {
        ParzenWindow window = new ParzenWindow(manager.create(new float[][] {{0}, {1}}));

        double found = window.logLikelihoods(manager.create(new float[][] {{0}}), List.of(1.0))[0][0];

        double expected = Math.log((Math.exp(gaussian(0, 1, 1)) + Math.exp(gaussian(1, 1, 1))) / 2);
        assertThat(found).isCloseTo(expected, within(1e-5));
    }

    @Test
    void farFromEverySampleTheLogarithmStaysFinite(NDManager manager) {
        ParzenWindow window = new ParzenWindow(manager.create(new float[][] {{0}}));

        double found = window.logLikelihoods(manager.create(new float[][] {{100}}), List.of(0.1))[0][0];

        assertThat(found).isCloseTo(gaussian(100, 0.1, 1), within(1.0));
    }

    @Test
    void theBestWidthIsTheDeviationOfWhatLiesAroundASample(NDManager manager) {
        ParzenWindow window = new ParzenWindow(manager.create(new float[][] {{0, 0}}));

        double best = window.bestWidth(Points.normal(manager, 2000, 0.316f, 0.316f), ParzenWindow.WIDTHS);

        assertThat(best).isCloseTo(0.316, within(0.001));
    }

    private static double gaussian(double distance, double sigma, int dimensions) {
        return -distance * distance / (2 * sigma * sigma) - dimensions / 2.0 * Math.log(2 * Math.PI * sigma * sigma);
    }
}
