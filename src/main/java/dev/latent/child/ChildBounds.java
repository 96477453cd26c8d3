package dev.latent.child;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a child may take.
 *
 * @param process what it does, for sentences: the {@code training} process
 * @param settings where its bounds are set: {@code latent.training}
 * @param memory resident bytes
 * @param silence how long it may write nothing to its standard output
 * @param longest how long it may take; null for any time
 */
public record ChildBounds(
        String process,
        String settings,
        long memory,
        Duration silence,
        @Nullable Duration longest) {
    public ChildBounds within(Duration time) {
        return new ChildBounds(process, settings, memory, silence, time);
    }

    /** Of a machine's memory, what may be given to children of one kind. */
    public static long mostOfTheMachine() {
        return MachineMemory.total() * 7 / 10;
    }
}
