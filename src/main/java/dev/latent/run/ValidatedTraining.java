package dev.latent.run;

import dev.latent.family.Json;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trains in this process what {@code run.json} asks for, but no longer than a measure on validation data improves. The
 * version is that of the best epoch. A second one over the same folder goes on where the first one ended.
 */
public record ValidatedTraining(RunFolder folder, Validation validation, Patience patience) {

    /**
     * What came of it.
     *
     * @param curve every epoch
     * @param best the epoch whose weights the version has
     */
    public record Result(List<ValidationPoint> curve, ValidationPoint best) {}

    /** @param listener hears of each epoch */
    public Result run(Consumer<ValidationPoint> listener) throws IOException, RunFailure {
        try (RunLock lock = RunLock.of(folder)) {
            RunRequest request = Json.MAPPER.readValue(folder.request(), RunRequest.class);
            Convergence watch = new Convergence(new ValidationLog(folder.validation()), validation, patience, listener);
            new Run(folder, request, report -> {}, false).watchedBy(watch).run(() -> false);
            return new Result(watch.points(), Convergence.best(watch.points(), validation));
        }
    }
}
