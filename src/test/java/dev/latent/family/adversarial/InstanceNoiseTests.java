package dev.latent.family.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EngineTest
class InstanceNoiseTests {
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 2})
    void itIsCenteredAndHasTheDeviationAskedFor(double deviation, NDManager manager) {
        NDArray noise = new InstanceNoise(deviation)
                .on(manager.full(new Shape(100_000), 0.3f))
                .sub(0.3f);

        assertThat(noise.mean().getFloat()).isCloseTo(0, within(0.02f * (float) deviation));
        assertThat(Math.sqrt(noise.square().mean().getFloat())).isCloseTo(deviation, within(0.02 * deviation));
    }

    @Test
    void withDeviationZeroNothingIsAdded(NDManager manager) {
        NDArray x = manager.create(new float[] {1, -0.5f});

        assertThat(new InstanceNoise(0).on(x).toFloatArray()).containsExactly(1, -0.5f);
    }
}
