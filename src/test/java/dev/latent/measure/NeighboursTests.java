package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import org.junit.jupiter.api.Test;

@EngineTest
class NeighboursTests {

    @Test
    void theNearestComeFirst(NDManager manager) {
        Neighbours neighbours = new Neighbours(manager.create(new float[][] {{0, 0}, {3, 4}, {1, 0}}));

        Neighbours.Found found = neighbours.nearest(manager.create(new float[][] {{0, 0}, {3, 3}}), 2);

        assertThat(found.indices()).isDeepEqualTo(new int[][] {{0, 2}, {1, 2}});
        assertThat(found.distances()[0]).containsExactly(0, 1);
        assertThat(found.distances()[1]).containsExactly(new float[] {1, (float) Math.sqrt(13)}, within(1e-6f));
    }

    @Test
    void equalPointsAreAtDistanceZeroHoweverFarFromTheOriginTheyLie(NDManager manager) {
        NDArray points = Points.normal(manager, 50, 1, 1, 1).add(1000);

        assertThat(new Neighbours(points).nearest(points, 1).nearest()).containsOnly(0);
    }

    @Test
    void theRadiusIsTheDistanceToTheLastNeighbour(NDManager manager) {
        Neighbours line = new Neighbours(manager.create(new float[][] {{0}, {1}, {3}}));

        assertThat(line.nearest(manager.create(new float[][] {{0}}), 3).radii()).containsExactly(3);
    }

    @Test
    void whatDoesNotFitIntoOneProductIsFoundInSeveral(NDManager manager) {
        NDArray points = Points.normal(manager, 5000, 1, 1);

        int[][] nearest = new Neighbours(points).nearest(points, 1).indices();

        assertThat(nearest).hasDimensions(5000, 1);
        for (int i = 0; i < nearest.length; i++) {
            assertThat(nearest[i][0]).isEqualTo(i);
        }
    }
}
