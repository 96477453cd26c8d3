package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DeviationsTests {
    @Test
    void inOneViewTheScoreIsTheMeanSquare() {
        Deviations deviations = new Deviations(new float[] {1, -3, 0, 0}, 1, 2);

        assertThat(deviations.scores()).containsExactly(5, 0);
    }

    @Test
    void inSeveralItIsTheGeometricMeanOfTheirs() {
        Deviations deviations = new Deviations(new float[] {1, 1, 2, 2, 4, 4}, 3, 2);

        assertThat(deviations.scores()[0]).isCloseTo(4, within(1e-9));
    }

    @Test
    void aRowThatIsAllRightInOneViewIsNotUnusual() {
        assertThat(new Deviations(new float[] {0, 0, 2, 2}, 2, 2).scores()[0]).isZero();
    }

    @Test
    void sharesAreOfTheFirstViewsAndAddUp() {
        Deviations deviations = new Deviations(new float[] {1, 0, 3, 3, 0, 1, 100, 0}, 4, 2);

        assertThat(deviations.shares(0)).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
    }

    @Test
    void whereNothingIsOffNoValueHasAShare() {
        assertThat(new Deviations(new float[2], 1, 2).shares(0)).containsExactly(0, 0);
    }

    @Test
    void theLastViewIsThatOfEachSample() {
        assertThat(new Deviations(new float[] {1, 2, 3, 4}, 2, 1).last()).containsExactly(2, 4);
    }

    @Test
    void halfASampleIsNone() {
        assertThatThrownBy(() -> new Deviations(new float[3], 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
