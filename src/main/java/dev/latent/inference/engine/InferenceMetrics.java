package dev.latent.inference.engine;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code latent.inference} (from request to result), {@code latent.inference.batch} and {@code …queue}. */
@Component
class InferenceMetrics implements BatchObserver {
    private final Map<Call, DistributionSummary> batches = new EnumMap<>(Call.class);
    private final Map<Call, Timer> times = new EnumMap<>(Call.class);

    InferenceMetrics(MeterRegistry meters, QueueCapacity capacity) {
        Gauge.builder("latent.inference.queue", capacity, QueueCapacity::held)
                .description(
                        "What the inputs and outputs of requests under way take, of at most latent.inference.queue")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
        for (Call call : Call.values()) {
            batches.put(call, batches(call).register(meters));
            times.put(call, times(call).register(meters));
        }
    }

    private static DistributionSummary.Builder batches(Call call) {
        return DistributionSummary.builder("latent.inference.batch")
                .description("Samples that share one forward of a model")
                .baseUnit("samples")
                .tag("call", call.id())
                .serviceLevelObjectives(1, 4, 8, 16, 32, 64, 128);
    }

    private static Timer.Builder times(Call call) {
        return Timer.builder("latent.inference")
                .description("Time from a request's inputs to its results, waiting included")
                .tag("call", call.id())
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10));
    }

    @Override
    public void forward(Call call, int rows, int size) {
        batches.get(call).record(rows);
    }

    void answered(Call call, Duration time) {
        times.get(call).record(time);
    }
}
