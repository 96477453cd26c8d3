package dev.latent.training;

import dev.latent.run.RunReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What monitoring sees of training. Gauges of a job are there while it runs. */
@Component
class TrainingMetrics {
    private static final int MOST_LOSSES = 32;

    private final MeterRegistry registry;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    TrainingMetrics(MeterRegistry registry, JobRows rows) {
        this.registry = registry;
        Gauge.builder("latent.training.queue", rows, JobRows::queued)
                .description("Training jobs that wait")
                .register(registry);
    }

    @TransactionalEventListener
    void count(JobStatusChanged change) {
        if (change.status().isFinished()) {
            registry.counter(
                            "latent.training.jobs",
                            Tags.of(
                                    "family",
                                    change.family(),
                                    "outcome",
                                    change.status().name()))
                    .increment();
        }
    }

    void progress(TrainingJob job, RunReport.Progress progress) {
        Timer.builder("latent.training.step")
                .description("Time of a training step, the mean of each report")
                .tag("family", job.plan().family())
                .register(registry)
                .record(Duration.ofNanos((long) (progress.stepMillis() * 1e6)));
        running.computeIfAbsent(job.id(), id -> new Running(job)).update(progress);
    }

    /** The gauges of the job go. */
    void ended(TrainingJob job) {
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
            set("latent.training.samples", "", progress.samplesPerSecond());
            progress.losses().entrySet().stream()
                    .limit(MOST_LOSSES)
                    .forEach(loss -> set("latent.training.loss", loss.getKey(), loss.getValue()));
        }

        private void set(String name, String loss, double value) {
            String key = name + loss;
            values.put(key, value);
            meters.computeIfAbsent(key, k -> gauge(name, loss.isEmpty() ? tags : tags.and("loss", loss), key));
        }

        private Gauge gauge(String name, Tags itsTags, String key) {
            return Gauge.builder(name, () -> values.get(key)).tags(itsTags).register(registry);
        }
    }
}
