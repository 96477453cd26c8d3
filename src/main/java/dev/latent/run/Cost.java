package dev.latent.run;

import java.util.List;
import java.util.Map;

/**
 * What a run would take, from a few timed steps.
 *
 * @param parameters trained numbers of each network
 * @param layers the tensors that they are in
 * @param memoryBytes the most that was resident so far
 * @param steps of the whole run, which may end before where it has patience
 * @param seconds for all steps, or for the minutes that it is given if those are fewer
 * @param notes what the job would say of itself
 * @param warnings what its owner may not want
 */
public record Cost(
        Map<String, Long> parameters,
        List<Layer> layers,
        long memoryBytes,
        long steps,
        int epochs,
        double secondsPerEpoch,
        double seconds,
        List<String> notes,
        List<String> warnings) {
    /** A trained tensor. */
    public record Layer(String network, String name, long[] shape) {}
}
