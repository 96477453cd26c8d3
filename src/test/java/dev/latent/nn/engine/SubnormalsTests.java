package dev.latent.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the engine's names are other ones there")
class SubnormalsTests {
    private static final float SMALLEST_NORMAL = 0x1p-126f;
    /** So many that the engine computes with all its threads. */
    private static final int MANY = 1 << 17;

    @Test
    void a_thread_that_flushes_them_computes_zeros_on_all_threads_of_the_engine() throws Exception {
        float[] products = onThreadOfItsOwn(() -> {
            Subnormals.flush();
            return halved();
        });

        assertThat(products).hasSize(MANY).containsOnly(0);
    }

    @Test
    void other_threads_keep_them() throws Exception {
        onThreadOfItsOwn(() -> {
            Subnormals.flush();
            return halved();
        });

        assertThat(onThreadOfItsOwn(SubnormalsTests::halved)).containsOnly(0x1p-127f);
    }

    private static float[] halved() {
        try (NDManager manager = ComputeDevice.newManager()) {
            NDArray smallest = manager.full(new Shape(MANY), SMALLEST_NORMAL);
            return NativeOperations.scaled(smallest, 0.5).toFloatArray();
        }
    }

    private static float[] onThreadOfItsOwn(Callable<float[]> task) throws InterruptedException, ExecutionException {
        FutureTask<float[]> future = new FutureTask<>(task);
        Thread thread = new Thread(future);
        thread.start();
        thread.join();
        return future.get();
    }
}
