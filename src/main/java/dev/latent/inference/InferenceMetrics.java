package dev.latent.inference;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** {@code latent.inference} (from request to result), {@code latent.inference.batch} and {@code …queue.bytes}. */
@Component
class InferenceMetrics implements BatchObserver {
    private final MeterRegistry meters;

    InferenceMetrics(MeterRegistry meters, QueueCapacity capacity) {
        this.meters = meters;
        Gauge.builder("latent.inference.queue.bytes", capacity, QueueCapacity::held)
                .description("What waiting requests hold")
                .register(meters);
    }

    @Override
    public void forward(Call call, int rows, int size) {
        DistributionSummary.builder("latent.inference.batch")
                .description("Samples that share a forward")
                .tag("call", call.id())
                .serviceLevelObjectives(1, 4, 8, 16, 32, 64, 128)
                .register(meters)
                .record(rows);
    }

    void answered(Call call, Duration time) {
        Timer.builder("latent.inference")
                .description("Time from a request's inputs to its results, waiting included")
                .tag("call", call.id())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters)
                .record(time);
    }
}
