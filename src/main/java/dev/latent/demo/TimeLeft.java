package dev.latent.demo;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a job is still going to take, from its mean pace since it was first heard of. It counts down: what was said
 * before is kept until it is wrong by a fifth of what is left.
 */
final class TimeLeft {
    private static final double TOLERANCE = 0.2;

    private @Nullable Instant firstHeard;
    private double firstFraction;
    private @Nullable Instant end;

    /**
     * @param fraction of the job that is done, in [0,1]
     * @return null while nothing can be said
     */
    @Nullable
    Duration at(Instant now, double fraction) {
        if (firstHeard == null) {
            firstHeard = now;
            firstFraction = fraction;
        }
        double done = fraction - firstFraction;
        if (done <= 0) {
            return end == null ? null : rounded(now, end);
        }
        double seconds = Duration.between(firstHeard, now).toMillis() / 1e3;
        Instant estimate = now.plusMillis((long) (1e3 * seconds * (1 - fraction) / done));
        if (end == null || isFar(now, end, estimate)) {
            end = estimate;
        }
        return rounded(now, end);
    }

    private static boolean isFar(Instant now, Instant end, Instant estimate) {
        long left = Math.max(1000, Duration.between(now, estimate).toMillis());
        return Math.abs(Duration.between(end, estimate).toMillis()) > TOLERANCE * left;
    }

    /** To what somebody who waits wants to know. */
    private static Duration rounded(Instant now, Instant end) {
        long seconds = Math.max(0, (Duration.between(now, end).toMillis() + 500) / 1000);
        long grain = seconds >= 60 ? 10 : seconds >= 20 ? 5 : 1;
        return Duration.ofSeconds((seconds + grain / 2) / grain * grain);
    }
}
