package dev.latent.run;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Ends a training when a validation measure has not improved for some epochs, or after some time. */
final class Convergence implements EpochWatch {
    /** How long a model is trained at most without a look at it. */
    private static final Duration LONGEST_UNSEEN = Duration.ofMinutes(5);

    private final ValidationLog log;
    private final Validation validation;
    private final Patience patience;
    private final Consumer<ValidationPoint> listener;
    private final List<ValidationPoint> points = new ArrayList<>();
    private double secondsBefore;
    private long startedAt = System.nanoTime();

    Convergence(ValidationLog log, Validation validation, Patience patience, Consumer<ValidationPoint> listener) {
        this.log = log;
        this.validation = validation;
        this.patience = patience;
        this.listener = listener;
    }

    List<ValidationPoint> points() {
        return List.copyOf(points);
    }

    @Override
    public void goOnAfter(double epochs) throws IOException {
        points.clear();
        points.addAll(log.keepUntil(epochs));
        secondsBefore = points.isEmpty() ? 0 : last().seconds();
        startedAt = System.nanoTime();
    }

    @Override
    public boolean isDue() {
        double unseen = seconds() - (points.isEmpty() ? 0 : last().seconds());
        return unseen >= Math.min(LONGEST_UNSEEN.toSeconds(), patience.longest().toSeconds());
    }

    @Override
    public boolean isOver() {
        if (points.isEmpty()) {
            return false;
        }
        return seconds() >= patience.longest().toSeconds() || last().epoch() - best().epoch() >= patience.epochs();
    }

    @Override
    public boolean choosesVersion() {
        return true;
    }

    @Override
    public boolean improved(Trained trained, double epochs, NDManager parent) throws IOException {
        try (NDManager manager = parent.newSubManager()) {
            double value = validation.measure(
                    trained.description(epochs, Instant.now()),
                    trained.model(),
                    trained.datasets(),
                    trained.request().seed(),
                    manager);
            ValidationPoint point = new ValidationPoint(epochs, value, seconds());
            points.add(point);
            log.add(point);
            listener.accept(point);
            return best() == point;
        }
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - startedAt) / 1e9;
    }

    private ValidationPoint last() {
        return points.get(points.size() - 1);
    }

    private ValidationPoint best() {
        return best(points, validation);
    }

    /** The first of the best; a value that is no number is worse than any other. */
    static ValidationPoint best(List<ValidationPoint> points, Validation validation) {
        ValidationPoint best = points.get(0);
        for (ValidationPoint point : points) {
            boolean better = validation.higherIsBetter() ? point.value() > best.value() : point.value() < best.value();
            if (better || Double.isNaN(best.value()) && !Double.isNaN(point.value())) {
                best = point;
            }
        }
        return best;
    }
}
