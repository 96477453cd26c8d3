package dev.latent.run.attempt;

import dev.latent.run.loop.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the owner of a run may not want, before it runs. */
final class Warnings {
    private static final long FEW_STEPS = 500;
    private static final double LONG_SECONDS = 4 * 3600;

    private Warnings() {}

    /** @param seconds for all steps */
    static List<String> of(Schedule schedule, double seconds, @Nullable Double minutes) {
        List<String> warnings = new ArrayList<>();
        double share = minutes == null ? 1 : Math.min(1, minutes * 60 / seconds);
        long steps = Math.round(share * schedule.steps());
        if (steps < FEW_STEPS) {
            warnings.add(
                    "Its %d steps are few: networks learn next to nothing in less than some %d; without epochs, steps and minutes a job is long enough for its data."
                            .formatted(steps, FEW_STEPS));
        }
        if (share < 1) {
            warnings.add("At this pace its %s minutes end after some %d of %d steps."
                    .formatted(minutes, steps, schedule.steps()));
        }
        if (share * seconds > LONG_SECONDS) {
            warnings.add("At this pace it takes %.1f hours; minutes bounds it.".formatted(share * seconds / 3600));
        }
        return warnings;
    }
}
