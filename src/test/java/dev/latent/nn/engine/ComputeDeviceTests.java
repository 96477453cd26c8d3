package dev.latent.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComputeDeviceTests {
    private final ComputeDevice before = ComputeDevice.chosen();

    @AfterEach
    void chooseAgain() {
        ComputeDevice.choose(before);
    }

    @Test
    void aDeviceIsNamedInAnyCase() {
        assertThat(ComputeDevice.of("Cpu")).isEqualTo(ComputeDevice.CPU);
    }

    @Test
    void anUnknownDeviceIsRefusedWithTheOnesThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComputeDevice.of("tpu"))
                .withMessage("latent.device is 'tpu'; give auto, cpu, gpu");
    }

    @Test
    void arraysAreMadeOnTheChosenDevice() {
        ComputeDevice.choose(ComputeDevice.CPU);

        try (NDManager manager = ComputeDevice.newManager()) {
            assertThat(manager.getDevice()).isEqualTo(Device.cpu());
        }
    }

    @Test
    void aGpuThatIsNotThereIsRefusedBeforeAnythingComputes() {
        assumeThat(CudaUtils.getGpuCount()).as("GPUs here").isZero();

        assertThatIllegalStateException()
                .isThrownBy(() -> ComputeDevice.choose(ComputeDevice.GPU))
                .withMessageContaining("give auto or cpu");
    }
}
