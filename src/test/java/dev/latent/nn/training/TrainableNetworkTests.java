package dev.latent.nn.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Weights;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@EngineTest
class TrainableNetworkTests {
    @Test
    void anUpdateMovesItsOwnParametersOnly(NDManager manager) {
        Weights own = weights(manager);
        Weights other = weights(manager);
        NDArray x = manager.ones(new Shape(2));

        network(own).minimize(() -> product(x, own, other));

        assertThat(values(own)).isNotEqualTo(new float[] {1, 1});
        assertThat(values(other)).containsExactly(1, 1);
    }

    @Test
    void itGivesTheLossBeforeTheUpdate(NDManager manager) {
        Weights own = weights(manager);

        assertThat(network(own)
                        .minimize(() -> manager.ones(new Shape(2))
                                .mul(own.parameters().get("w"))
                                .sum())
                        .getFloat())
                .isEqualTo(2);
    }

    @Test
    void outsideOfAnUpdateNothingIsRecorded(NDManager manager) {
        Weights own = weights(manager);
        network(own).minimize(() -> product(manager.ones(new Shape(2)), own, own));

        assertThat(product(manager.ones(new Shape(2)), own, own).hasGradient()).isFalse();
    }

    @Test
    void anObjectiveThatFailsLeavesNothingRecording(NDManager manager) {
        Weights own = weights(manager);

        assertThatThrownBy(() -> network(own).minimize(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(own.parameters().get("w").hasGradient()).isFalse();
    }

    /** The collector takes the memory of DJL's own numbers while a recorded graph still reads it. */
    @Test
    void aGarbageCollectionWithinAnUpdateLeavesItsGradients(NDManager manager) {
        Weights own = weights(manager);
        RecordedGradients gradients = new RecordedGradients(own);

        new TrainableNetwork(own, all -> gradients).minimize(() -> {
            NDArray loss = manager.zeros(new Shape());
            for (int i = 0; i < 1000; i++) {
                NDArray square = manager.ones(new Shape(2))
                        .mul(own.parameters().get("w"))
                        .square()
                        .sum();
                loss = loss.add(NativeOperations.scaled(square, 0.5));
            }
            collectGarbage();
            return loss;
        });

        assertThat(gradients.of("w")).containsExactly(1000, 1000);
    }

    /** And lets others have the memory that was freed. */
    private static void collectGarbage() {
        System.gc();
        for (int i = 0; i < 10_000; i++) {
            ByteBuffer.allocateDirect(4).putInt(0, i);
        }
    }

    private static TrainableNetwork network(Weights weights) {
        return new TrainableNetwork(weights, all -> new Adam(all, new Adam.Settings(0.1)));
    }

    private static NDArray product(NDArray x, Weights a, Weights b) {
        return x.mul(a.parameters().get("w")).mul(b.parameters().get("w")).sum();
    }

    private static Weights weights(NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1)).network();
        weights.parameter("w", new Shape(2), Initializer.ONES);
        return weights;
    }

    private static float[] values(Weights weights) {
        return weights.parameters().get("w").toFloatArray();
    }
}
