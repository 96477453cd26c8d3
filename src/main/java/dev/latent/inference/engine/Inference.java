package dev.latent.inference.engine;

import dev.latent.family.Operation;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelVersion;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Calls trained models, together with other requests where those come at the same time. */
@Service
public class Inference {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final LoadedModels models;
    private final QueueCapacity capacity;
    private final InferenceMetrics metrics;

    Inference(LoadedModels models, QueueCapacity capacity, InferenceMetrics metrics) {
        this.models = models;
        this.capacity = capacity;
        this.metrics = metrics;
    }

    /** @throws Problem 409 if the version can't do it, naming what it can, or if its files are damaged */
    public Session open(ModelVersion version, Operation operation) {
        require(version, operation);
        return new Session(version, models.use(version), this, false);
    }

    /** @throws Problem 409 if the version can't do it, naming what it can */
    public static void require(ModelVersion version, Operation operation) {
        if (!version.description().operations().contains(operation)) {
            throw Problem.conflict("version " + version.version() + " of model '" + version.model() + "', a "
                    + version.description().family() + ", has no operation " + operation.id() + "; it has "
                    + version.description().operations().stream()
                            .map(Operation::id)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Waits for its turn and the result. @param bytes that it takes of the queue. @throws Problem 503 where too many wait already */
    Rows call(LoadedModel model, Call call, Rows rows, long bytes) {
        long start = System.nanoTime();
        capacity.take(bytes);
        try {
            return await(model.queue(call).submit(rows));
        } finally {
            capacity.giveBack(bytes);
            metrics.answered(call, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static Rows await(CompletableFuture<Rows> result) {
        try {
            return result.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            result.cancel(false);
            throw Problem.unavailable(Duration.ofSeconds(10), "the models did not get to it in time; try again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable(Duration.ofSeconds(5), "the service is going down");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a model could not be called", e.getCause());
        }
    }
}
