package dev.latent.family.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.layer.Weights;
import org.junit.jupiter.api.Test;

@EngineTest
class LearnedVarianceTests {
    private static final Shape PICTURES = new Shape(5, 1, 2, 3);
    private static final double MSE = 0.04;
    private static final int D = 6;

    @Test
    void inTrainingTheLossIsThatOfTheVarianceThatSuitsTheBatchBest(NDManager manager) {
        LearnedVariance variance = new LearnedVariance(decoder(manager, true));

        NDArray loss = variance.loss(manager.full(PICTURES, 0.5f), manager.full(PICTURES, 0.7f));

        assertThat(loss.getFloat()).isCloseTo((float) negativeLogLikelihood(MSE), within(1e-3f));
        for (double other : new double[] {MSE / 2, MSE * 2}) {
            assertThat((double) loss.getFloat()).isLessThan(negativeLogLikelihood(other));
        }
    }

    @Test
    void itLearnsTheMeanOfManyBatchesAndIsServedWithThat(NDManager manager) {
        Weights decoder = decoder(manager, true);
        LearnedVariance variance = new LearnedVariance(decoder);
        for (int i = 0; i < 1500; i++) {
            variance.loss(manager.full(PICTURES, 0.5f), manager.full(PICTURES, 0.7f));
        }
        decoder.training(false);

        assertThat(variance.value()).isCloseTo(MSE, within(1e-4));
        assertThat(variance.loss(manager.full(PICTURES, 0.5f), manager.full(PICTURES, 0.5f))
                        .getFloat())
                .isCloseTo((float) (D / 2.0 * Math.log(2 * Math.PI * MSE)), within(1e-2f));
    }

    @Test
    void whatIsMadeExactlyHasTheVarianceOfARoundedPixel(NDManager manager) {
        LearnedVariance variance = new LearnedVariance(decoder(manager, true));

        assertThat(variance.loss(manager.ones(PICTURES), manager.ones(PICTURES)).getFloat())
                .isFinite();
    }

    private static double negativeLogLikelihood(double variance) {
        return D * MSE / (2 * variance) + D / 2.0 * Math.log(2 * Math.PI * variance);
    }

    private static Weights decoder(NDManager manager, boolean training) {
        Weights weights = Weights.Source.blank(manager).network();
        weights.training(training);
        return weights;
    }
}
