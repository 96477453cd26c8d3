package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import org.junit.jupiter.api.Test;

@EngineTest
class FidelityTests {

    @Test
    void identicalSetsArePreciseAndCoverEachOther(NDManager manager) {
        NDArray points = Points.normal(manager, 500, 1, 1);

        Fidelity fidelity = Fidelity.of(points, points);

        assertThat(fidelity.precision()).isEqualTo(1);
        assertThat(fidelity.recall()).isEqualTo(1);
        assertThat(fidelity.coverage()).isEqualTo(1);
    }

    @Test
    void aPointOfTheSameDensityLiesInAsManyBallsAsBallsHoldNeighbours(NDManager manager) {
        Fidelity fidelity = Fidelity.of(Points.normal(manager, 2000, 1, 1), Points.normal(manager, 2000, 1, 1));

        assertThat(fidelity.density()).isCloseTo(1, within(0.1));
    }

    @Test
    void setsFarApartHaveNothingInCommon(NDManager manager) {
        NDArray points = Points.normal(manager, 100, 1, 1);

        assertThat(Fidelity.of(points, points.add(100))).isEqualTo(new Fidelity(0, 0, 0, 0));
    }

    @Test
    void aCollapsedGeneratorIsPreciseButCoversLittle(NDManager manager) {
        NDArray real = Points.normal(manager, 500, 1, 1);
        NDArray collapsed = Points.normal(manager, 500, 0.01f, 0.01f);

        Fidelity fidelity = Fidelity.of(real, collapsed);

        assertThat(fidelity.precision()).isGreaterThan(0.9);
        assertThat(fidelity.recall()).isLessThan(0.05);
        assertThat(fidelity.coverage()).isLessThan(0.05);
    }

    @Test
    void aGeneratorOfHalfTheModesCoversHalfOfThem(NDManager manager) {
        NDArray left = Points.normal(manager, 300, 1, 1);
        NDArray both = left.concat(Points.normal(manager, 300, 1, 1).add(100), 0);

        assertThat(Fidelity.of(both, Points.normal(manager, 600, 1, 1)).coverage())
                .isCloseTo(0.5, within(0.02));
    }
}
