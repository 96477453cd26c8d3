package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class InterpolationPathTests {
    private static final float[] EAST = {2, 0};
    private static final float[] NORTH = {0, 2};

    @Test
    void theStraightLinePassesThroughTheMiddle() {
        assertThat(InterpolationPath.LINEAR.at(0.5, EAST, NORTH)).containsExactly(1, 1);
    }

    @Test
    void theGreatCircleKeepsTheLength() {
        float[] middle = InterpolationPath.SPHERICAL.at(0.5, EAST, NORTH);
        assertThat(middle[0]).isCloseTo((float) Math.sqrt(2), within(1e-6f));
        assertThat(middle[1]).isCloseTo((float) Math.sqrt(2), within(1e-6f));
    }

    @Test
    void bothPathsStartAndEndExactlyAtTheEnds() {
        float[] walk = InterpolationPath.SPHERICAL.walk(EAST, NORTH, 5);
        assertThat(walk).hasSize(10).startsWith(EAST).endsWith(NORTH);
    }

    @Test
    void equalOppositeAndZeroEndsHaveAPathToo() {
        assertThat(InterpolationPath.SPHERICAL.at(0.5, EAST, EAST)).containsExactly(EAST);
        assertThat(InterpolationPath.SPHERICAL.at(0.5, EAST, new float[] {-2, 0}))
                .containsExactly(0, 0);
        assertThat(InterpolationPath.SPHERICAL.at(0.5, EAST, new float[2])).containsExactly(1, 0);
    }
}
