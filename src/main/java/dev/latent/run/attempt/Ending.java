package dev.latent.run.attempt;

import ai.djl.ndarray.NDManager;
import dev.latent.run.StopReason;
import dev.latent.run.loop.Schedule;
import dev.latent.run.validation.EarlyStopping;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a run ends: at the end of its length, of its minutes, or when it gets no better. */
final class Ending {
    private static final String COURSE = "validation";
    private static final String SECONDS = "seconds";

    private final Schedule schedule;
    private final @Nullable Double minutes;
    private final @Nullable EarlyStopping early;
    private final long startedAt = System.nanoTime();
    private double secondsBefore;

    Ending(Schedule schedule, @Nullable Double minutes, @Nullable EarlyStopping early) {
        this.schedule = schedule;
        this.minutes = minutes;
        this.early = early;
    }

    /** To be called after each step, and before the first one. */
    void stepDone(long done, NDManager manager) throws IOException {
        if (early != null && early.isDue(done)) {
            early.measure(done, manager);
        }
    }

    /** Whether there is nothing more to do. */
    boolean isOver(long done) {
        return done >= schedule.steps() || isTimeOver() || early != null && early.isOver();
    }

    /** How much of the run is done after this many steps, from 0 to 1: of its length, or of its minutes where that is more. */
    double share(long done) {
        double ofMinutes = minutes == null ? 0 : Math.min(1, seconds() / (minutes * 60));
        return Math.max(schedule.share(done), ofMinutes);
    }

    private boolean isTimeOver() {
        return minutes != null && seconds() >= minutes * 60;
    }

    /** In all attempts. */
    private double seconds() {
        return secondsBefore + (System.nanoTime() - startedAt) / 1e9;
    }

    /** Lets the best weights be served, of those that were measured. @return the step that the served weights are of */
    long settle(long done, NDManager manager) throws IOException {
        if (early == null) {
            return done;
        }
        if (!early.isDue(done)) {
            early.measure(done, manager);
        }
        return early.serveBest();
    }

    StopReason why(long done) {
        String choice = early == null ? "" : "; " + early.choice();
        if (early != null && early.isOver()) {
            return new StopReason(
                    StopReason.NO_BETTER,
                    "It ended after %d of %d steps as %s%s".formatted(done, schedule.steps(), early.reason(), choice));
        }
        return done >= schedule.steps()
                ? new StopReason(StopReason.LENGTH, "It came to the end of its %d steps%s".formatted(done, choice))
                : new StopReason(
                        StopReason.MINUTES,
                        "Its %s minutes were over after %d of %d steps%s"
                                .formatted(minutes, done, schedule.steps(), choice));
    }

    /** What is to stand beside the losses. */
    Map<String, Double> values() {
        return early == null ? Map.of() : Map.of(early.name(), early.lastValue());
    }

    Optional<String> note() {
        return Optional.ofNullable(early).map(EarlyStopping::intent);
    }

    /** As {@link #restore} takes it. */
    Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>(Map.of(SECONDS, String.valueOf(seconds())));
        if (early != null) {
            notes.put(COURSE, early.state());
        }
        return notes;
    }

    /** Goes on after an earlier attempt. */
    void restore(Map<String, String> notes) {
        secondsBefore = Double.parseDouble(notes.getOrDefault(SECONDS, "0"));
        if (early != null) {
            early.restore(notes.get(COURSE));
        }
    }
}
