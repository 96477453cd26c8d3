package dev.latent.training.job;

import dev.latent.run.RunReport;
import dev.latent.training.JobStatusChanged;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What monitoring sees of training. Gauges of a job are there while it runs. */
@Component
public class TrainingMetrics {
    private static final int MOST_LOSSES = 32;
    /** No loss is named like this. */
    private static final String SPEED = "";

    private final MeterRegistry registry;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    TrainingMetrics(MeterRegistry registry, JobRows rows) {
        this.registry = registry;
        Gauge.builder("latent.training.queue", rows, JobRows::queued)
                .description("Training jobs that wait for their turn")
                .baseUnit("jobs")
                .register(registry);
    }

    @TransactionalEventListener
    void count(JobStatusChanged change) {
        if (change.status().isFinished()) {
            Counter.builder("latent.training.jobs")
                    .description("Training jobs that have ended, by how they did")
                    .baseUnit("jobs")
                    .tag("family", change.family())
                    .tag("outcome", change.status().name())
                    .register(registry)
                    .increment();
        }
    }

    public void progress(TrainingJob job, RunReport.Progress progress) {
        Timer.builder("latent.training.step")
                .description("How long a training step takes, the mean of each report")
                .tag("family", job.plan().family())
                .register(registry)
                .record(Duration.ofNanos((long) (progress.stepMillis() * 1e6)));
        running.computeIfAbsent(job.id(), id -> new Running(job)).update(progress);
    }

    /** The gauges of the job go. */
    public void ended(TrainingJob job) {
        Running ended = running.remove(job.id());
        if (ended != null) {
            ended.meters.values().forEach(registry::remove);
        }
    }

    /** The gauges of a running job. */
    private final class Running {
        private final Tags tags;
        private final Map<String, Double> values = new ConcurrentHashMap<>();
        private final Map<String, Meter> meters = new ConcurrentHashMap<>();

        Running(TrainingJob job) {
            tags = Tags.of("job", job.id(), "family", job.plan().family());
        }

        void update(RunReport.Progress progress) {
            set(
                    SPEED,
                    progress.samplesPerSecond(),
                    key -> gauge("latent.training.speed", key)
                            .description("Samples that a running job trains on in a second")
                            .baseUnit("samples per second"));
            progress.losses().entrySet().stream()
                    .limit(MOST_LOSSES)
                    .forEach(loss -> set(
                            loss.getKey(),
                            loss.getValue(),
                            key -> gauge("latent.training.loss", key)
                                    .description(
                                            "The latest value of a running job's loss; each family's are its own, without a unit")
                                    .tag("loss", key)));
        }

        private void set(String key, double value, Function<String, Gauge.Builder<Supplier<Number>>> gauge) {
            values.put(key, value);
            meters.computeIfAbsent(key, k -> gauge.apply(k).register(registry));
        }

        private Gauge.Builder<Supplier<Number>> gauge(String name, String key) {
            return Gauge.builder(name, (Supplier<Number>) () -> values.get(key)).tags(tags);
        }
    }
}
