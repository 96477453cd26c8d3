package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.corruption.Noise;
import org.junit.jupiter.api.Test;

@EngineTest
class PrincipalComponentsTests {

    @Test
    void theFirstDirectionIsThatOfTheGreatestVariance(NDManager manager) {
        NDArray data = Points.normal(manager, 2000, 0.1f, 5, 1).add(7);

        float[] direction =
                PrincipalComponents.of(data, 1, Noise.ENGINE).directions().abs().toFloatArray();

        assertThat(direction).containsExactly(new float[] {0, 1, 0}, within(0.02f));
    }

    @Test
    void dataInAPlaneIsReconstructedFromTwoNumbers(NDManager manager) {
        NDArray plane = Points.normal(manager, 100, 2, 1)
                .matMul(Points.normal(manager, 2, 1, 1, 1, 1, 1))
                .add(3);

        PrincipalComponents components = PrincipalComponents.of(plane, 2, Noise.ENGINE);

        assertThat(components.encode(plane).getShape()).isEqualTo(new Shape(100, 2));
        assertThat(components.reconstruct(plane).sub(plane).abs().max().getFloat())
                .isLessThan(1e-4f);
    }

    @Test
    void whatIsLostIsTheVarianceOfTheDirectionsLeftOut(NDManager manager) {
        NDArray data = Points.normal(manager, 20_000, 4, 3, 2, 1);

        NDArray lost =
                PrincipalComponents.of(data, 2, Noise.ENGINE).reconstruct(data).sub(data);

        double perSample = lost.square().sum(new int[] {1}).mean().getFloat();
        assertThat(perSample).isCloseTo(2 * 2 + 1, within(0.15));
    }

    @Test
    void directionsAreOrthonormal(NDManager manager) {
        NDArray v = PrincipalComponents.of(Points.normal(manager, 300, 3, 2, 2, 1, 1, 1), 4, Noise.ENGINE)
                .directions();

        float off = v.matMul(v.transpose()).sub(manager.eye(4)).abs().max().getFloat();
        assertThat(off).isLessThan(1e-5f);
    }
}
