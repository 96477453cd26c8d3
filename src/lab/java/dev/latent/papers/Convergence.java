package dev.latent.papers;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ends a training when a validation measure has not improved for some epochs, or after some time. */
final class Convergence {
    /** How long a model is trained at most without a look at it. */
    private static final Duration LONGEST_UNSEEN = Duration.ofMinutes(5);

    private final ValidationLog log;
    private final boolean higherIsBetter;
    private final Patience patience;
    private final List<ValidationPoint> points;
    private final double secondsBefore;
    private final long startedAt = System.nanoTime();

    /** Goes on after the points of a log. */
    Convergence(ValidationLog log, boolean higherIsBetter, Patience patience) throws IOException {
        this.log = log;
        this.higherIsBetter = higherIsBetter;
        this.patience = patience;
        this.points = new ArrayList<>(log.read());
        this.secondsBefore = points.isEmpty() ? 0 : last().seconds();
    }

    List<ValidationPoint> points() {
        return List.copyOf(points);
    }

    /** Whether to look before the epoch ends. */
    boolean isDue() {
        double unseen = seconds() - (points.isEmpty() ? 0 : last().seconds());
        return unseen >= Math.min(LONGEST_UNSEEN.toSeconds(), patience.longest().toSeconds());
    }

    /** Whether more training would be in vain. */
    boolean isOver() {
        if (points.isEmpty()) {
            return false;
        }
        return seconds() >= patience.longest().toSeconds() || last().epoch() - best().epoch() >= patience.epochs();
    }

    /** Points from that epoch on, of a training that went back to an older checkpoint, are forgotten. */
    ValidationPoint add(double epoch, double value) throws IOException {
        ValidationPoint point = new ValidationPoint(epoch, value, seconds());
        if (points.removeIf(earlier -> earlier.epoch() >= epoch)) {
            log.write(points);
        }
        points.add(point);
        log.add(point);
        return point;
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - startedAt) / 1e9;
    }

    private ValidationPoint last() {
        return points.get(points.size() - 1);
    }

    /** The first of the best; a value that is no number is worse than any other. */
    ValidationPoint best() {
        ValidationPoint best = points.get(0);
        for (ValidationPoint point : points) {
            boolean better = higherIsBetter ? point.value() > best.value() : point.value() < best.value();
            if (better || Double.isNaN(best.value()) && !Double.isNaN(point.value())) {
                best = point;
            }
        }
        return best;
    }
}
