package dev.latent.run.validation;

import ai.djl.ndarray.NDManager;
import dev.latent.family.Json;
import dev.latent.nn.training.TrainingState;
import dev.latent.run.loop.Schedule;
import dev.latent.run.loop.ServedModel;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures a model now and then, keeps its best weights, and tells when it got no better for too long (Prechelt 1998). */
public final class EarlyStopping {
    private static final int MEASUREMENTS = 30;

    private final Measure measure;
    private final int patience;
    private final BestWeights best;
    private final long interval;
    private final long steps;
    private Course course = Course.NONE;

    /**
     * @param measured how often, and {@code since} how often it was no better
     * @param bestStep of the best value
     */
    private record Course(int measured, int since, long bestStep, double bestValue, double lastValue) {
        static final Course NONE = new Course(0, 0, 0, 0, 0);
    }

    /** @param models whose weights are kept: the one that is trained, and those beside it */
    public EarlyStopping(Measure measure, int patience, Schedule schedule, List<ServedModel> models) {
        this.measure = measure;
        this.patience = patience;
        this.steps = schedule.steps();
        this.interval = Math.max(1, steps / MEASUREMENTS);
        this.best = new BestWeights(models);
    }

    /** Whether to measure after so many steps. */
    public boolean isDue(long done) {
        return done % interval == 0 || done == steps;
    }

    public void measure(long done, NDManager manager) throws IOException {
        double value = measure.take(manager);
        boolean better = course.measured == 0 || !Double.isFinite(course.bestValue) || isBetter(value);
        if (better) {
            best.keep();
        }
        course = new Course(
                course.measured + 1,
                better ? 0 : course.since + 1,
                better ? done : course.bestStep,
                better ? value : course.bestValue,
                value);
    }

    private boolean isBetter(double value) {
        return measure.higherIsBetter() ? value > course.bestValue : value < course.bestValue;
    }

    /** Whether there is nothing more to hope for. */
    public boolean isOver() {
        return course.since >= patience;
    }

    /** Serves the best weights from now on. @return the step that they are of */
    public long serveBest() throws IOException {
        best.serve();
        return course.bestStep;
    }

    /** Its name among the losses. */
    public String name() {
        return measure.name();
    }

    public double lastValue() {
        return course.lastValue;
    }

    /** Why it stops, for a person. */
    public String reason() {
        return "%s on rows that were not trained on was no better for %d measurements, each after %d steps"
                .formatted(measure.meaning(), course.since, interval);
    }

    /** Which weights those are that it serves, for a person. */
    public String choice() {
        return "the version has the weights of step %d, where %s on rows that were not trained on was best (%.4g)"
                .formatted(course.bestStep, measure.meaning(), course.bestValue);
    }

    /** What it is about to do, for a person. */
    public String intent() {
        return "%s on rows that are not trained on is measured every %d steps; the training ends where it gets no better for %d measurements, and the best weights are published."
                .formatted(capitalized(measure.meaning()), interval, patience);
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Adds what a checkpoint must keep. */
    public TrainingState addTo(TrainingState state) {
        return best.addTo(state);
    }

    /** As {@link #restore} takes it. */
    public String state() {
        return Json.MAPPER.writeValueAsString(course);
    }

    /** Goes on after an earlier attempt. @param state what that had, or null */
    public void restore(@Nullable String state) {
        if (state != null) {
            course = Json.MAPPER.readValue(state, Course.class);
        }
    }
}
