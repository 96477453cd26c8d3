package dev.latent.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import org.junit.jupiter.api.Test;

@EngineTest
class ImageFiltersTests {
    @Test
    void theMedianIgnoresASingleBrightPixel(NDManager manager) {
        assertThat(ImageFilters.median(impulse(manager), 3).sum().getFloat()).isZero();
    }

    @Test
    void theMedianOfARampIsTheRampEvenAtAnEdge(NDManager manager) {
        NDArray ramp = manager.arange(5f).reshape(1, 1, 1, 5).repeat(2, 5);

        assertThat(ImageFilters.median(ramp, 3).toFloatArray()).isEqualTo(ramp.toFloatArray());
    }

    @Test
    void aWindowWithoutAMiddleIsRefused(NDManager manager) {
        NDArray image = impulse(manager);
        assertThatIllegalArgumentException().isThrownBy(() -> ImageFilters.median(image, 4));
    }

    @Test
    void theBlurOfAPointIsAGaussian(NDManager manager) {
        NDArray blurred = ImageFilters.gaussianBlur(impulse(manager), 1);

        float center = blurred.getFloat(0, 0, 7, 7);
        assertThat(blurred.sum().getFloat()).isCloseTo(1, within(1e-5f));
        assertThat(blurred.getFloat(0, 0, 7, 8) / center).isCloseTo((float) Math.exp(-0.5), within(1e-5f));
        assertThat(blurred.getFloat(0, 0, 6, 8) / center).isCloseTo((float) Math.exp(-1), within(1e-5f));
    }

    @Test
    void channelsAreBlurredEachByItself(NDManager manager) {
        NDArray colors = impulse(manager).concat(manager.zeros(new Shape(1, 1, 15, 15)), 1);

        assertThat(ImageFilters.gaussianBlur(colors, 1).get(":, 1").sum().getFloat())
                .isZero();
    }

    private NDArray impulse(NDManager manager) {
        float[] values = new float[15 * 15];
        values[7 * 15 + 7] = 1;
        return manager.create(values, new Shape(1, 1, 15, 15));
    }
}
