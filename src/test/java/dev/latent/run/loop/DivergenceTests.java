package dev.latent.run.loop;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Weights;
import dev.latent.run.RunFailure;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngineTest
class DivergenceTests {
    private final Divergence divergence = new Divergence(1000);

    @Test
    void aLossThatStaysFarBeyondTheFirstStepsEndsTheRun() {
        assertThatThrownBy(losses(-0.5f, -1e6f, -2e6f, -3e6f, -4e6f, -5e6f, -6e6f, -7e6f, -8e6f, -9e6f, -1e7f))
                .isInstanceOf(RunFailure.class)
                .hasMessage("the training diverged: loss is -1.0e+07 at step 11, after -0.50 at the first step;"
                        + " a smaller learningRate may help");
    }

    @Test
    void aFirstStepThatWentAstrayAlreadyIsNoMeasure() {
        assertThatThrownBy(losses(1e11f, -2e12f, 2e11f, 4e9f, 5e9f, 9e9f, 4e11f, -6e13f, 7e9f, 4e9f))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("at step 10, after 1.0e+11 at the first step");
    }

    @Test
    void anOutlierInABatchDoesNot() {
        assertThatCode(losses(1, 1, 1, 1e9f, 1, 1, 1, 1, 1, 1, 1, 1e9f, 1, 1)).doesNotThrowAnyException();
    }

    @Test
    void largeLossesOfLargeSamplesAreNoDivergence() {
        assertThatCode(losses(3e4f, 1e6f, 1e6f, 1e6f, 1e6f, 1e6f, 1e6f, 1e6f, 1e6f, 1e6f, 1e6f, 1e6f))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aLossThatIsNoNumberEndsItAtOnce(float loss) {
        assertThatThrownBy(losses(1, loss))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("loss became " + loss + " at step 2");
    }

    @Test
    void anAttemptThatGoesOnKnowsTheFirstStep() throws RunFailure {
        losses(100).run();
        Divergence later = new Divergence(1000);

        later.restore(divergence.state());

        assertThatCode(() -> {
                    for (int step = 2; step < 20; step++) {
                        later.requireSane(step, Map.of("loss", 1e6f));
                    }
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY, -1e7f})
    void weightsThatNothingCanBeComputedWithEndIt(float weight, NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        weights.parameter("w", new Shape(3), Initializer.ZEROS).set(new float[] {0, weight, 1});

        assertThatThrownBy(() -> Divergence.requireSane(7, List.of(weights)))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("the weights w is")
                .hasMessageContaining("at step 7");
    }

    interface Run extends ThrowingCallable {
        void run() throws RunFailure;

        @Override
        default void call() throws RunFailure {
            run();
        }
    }

    /** One a step. */
    private Run losses(float... values) {
        return () -> {
            for (int i = 0; i < values.length; i++) {
                divergence.requireSane(i + 1, Map.of("loss", values[i]));
            }
        };
    }
}
