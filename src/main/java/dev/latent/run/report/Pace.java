package dev.latent.run.report;

import dev.latent.run.RunReport;
import dev.latent.run.loop.Schedule;
import java.time.Duration;
import java.util.Optional;

/** Measures how fast a run goes, and gives a report a few times a second. */
public final class Pace {
    private static final long INTERVAL = Duration.ofMillis(250).toNanos();
    /** Weight of the newest interval in the smoothed speed. */
    private static final double NEWEST = 0.2;

    private final Schedule schedule;
    private final long samplesPerStep;
    private long reportedStep;
    private long reportedAt = System.nanoTime();
    private double secondsPerStep;

    public Pace(Schedule schedule, long samplesPerStep, long fromStep) {
        this.schedule = schedule;
        this.samplesPerStep = samplesPerStep;
        this.reportedStep = fromStep;
    }

    public Optional<RunReport.Progress> stepDone(long done, RecentLosses losses) {
        long now = System.nanoTime();
        if (now - reportedAt < INTERVAL && done < schedule.steps()) {
            return Optional.empty();
        }
        double measured = (now - reportedAt) / 1e9 / (done - reportedStep);
        secondsPerStep = secondsPerStep == 0 ? measured : NEWEST * measured + (1 - NEWEST) * secondsPerStep;
        reportedAt = now;
        reportedStep = done;
        return Optional.of(new RunReport.Progress(
                done,
                schedule.steps(),
                schedule.epochAfter(done),
                schedule.epochs(),
                samplesPerStep / secondsPerStep,
                measured * 1e3,
                (schedule.steps() - done) * secondsPerStep,
                losses.means()));
    }
}
