package dev.latent.run;

import java.util.List;
import java.util.Map;

/**
 * What a run would take, from a few timed steps.
 *
 * @param parameters trained numbers of each network
 * @param layers the tensors that they are in
 * @param memoryBytes the most that was resident so far
 */
public record Cost(
        Map<String, Long> parameters, List<Layer> layers, long memoryBytes, double secondsPerEpoch, double seconds) {
    /** A trained tensor. */
    public record Layer(String network, String name, long[] shape) {}
}
