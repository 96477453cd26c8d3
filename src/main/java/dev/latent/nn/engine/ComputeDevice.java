package dev.latent.nn.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the engine computes on. A process has one; child processes are told it in their environment. */
public enum ComputeDevice {
    /** A GPU where the engine finds one, else the processor. */
    AUTO,
    CPU,
    GPU;

    /** The environment variable that tells a process. */
    public static final String VARIABLE = "LATENT_DEVICE";

    private static volatile ComputeDevice chosen = ofNullable(System.getenv(VARIABLE));

    private static ComputeDevice ofNullable(@Nullable String text) {
        return text == null || text.isBlank() ? AUTO : of(text);
    }

    /** @throws IllegalArgumentException if it is none of auto, cpu and gpu */
    public static ComputeDevice of(String text) {
        return Arrays.stream(values())
                .filter(device -> device.id().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("latent.device is '" + text + "'; give "
                        + Arrays.stream(values()).map(ComputeDevice::id).collect(Collectors.joining(", "))));
    }

    /**
     * What this process computes on from now on.
     *
     * @throws IllegalStateException if it is a GPU and CUDA finds none
     */
    public static void choose(ComputeDevice device) {
        if (device == GPU && CudaUtils.getGpuCount() == 0) {
            throw new IllegalStateException(
                    "latent.device is gpu, but CUDA finds none here; give auto or cpu, or see the README for its libraries");
        }
        chosen = device;
    }

    public static ComputeDevice chosen() {
        return chosen;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Arrays of their own, on the chosen device. */
    public static NDManager newManager() {
        TensorEngine.start();
        return NDManager.newBaseManager(chosen.device().orElse(null), "PyTorch");
    }

    private Optional<Device> device() {
        return switch (this) {
            case AUTO -> Optional.empty();
            case CPU -> Optional.of(Device.cpu());
            case GPU -> Optional.of(Device.gpu());
        };
    }
}
