package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.unit.DataSize;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its processes are those of a shell")
class AttemptWatchTests {
    private static final DataSize PLENTY = DataSize.ofGigabytes(100);

    private final Hurrying clock = new Hurrying();
    private final ServiceEnd serviceEnd = new ServiceEnd();
    private @Nullable TrainerProcess process;

    @AfterEach
    void endProcess() {
        if (process != null) {
            process.close();
        }
    }

    @Test
    void aProcessThatEndsByItselfHasNoReasonFromOutside() throws Exception {
        assertThat(watch("exit 0", () -> true, PLENTY)).isNull();
    }

    @Test
    void aProcessThatSaysNothingIsEnded() throws Exception {
        clock.hurry = Duration.ofMinutes(11);

        assertThat(watch("exec sleep 60", () -> true, PLENTY)).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
            assertThat(failed.error().code()).isEqualTo("silent");
            assertThat(failed.error().detail()).contains("PT10M");
            assertThat(failed.retry()).isTrue();
        });
    }

    @Test
    void aProcessThatTakesTooMuchMemoryIsEnded() throws Exception {
        assertThat(watch("exec sleep 60", () -> true, DataSize.ofBytes(1)))
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        failed -> assertThat(failed.error().code()).isEqualTo("memory"));
    }

    @Test
    void aProcessThatNobodyWantsIsAskedToStop() throws Exception {
        assertThat(watch("read line; exit 75", () -> false, PLENTY)).isInstanceOf(Ending.Superseded.class);
    }

    @Test
    void aProcessThatNobodyWantsIsEndedEvenIfItDoesNotListen() throws Exception {
        clock.hurry = Duration.ofSeconds(1);

        assertThat(watch("trap '' TERM; while true; do sleep 1; done", () -> false, PLENTY))
                .isInstanceOf(Ending.Superseded.class);
    }

    @Test
    void aProcessIsAskedToStopWhenTheServiceGoesDown() throws Exception {
        endOfService();

        assertThat(watch("read line; exit 75", () -> true, PLENTY)).isInstanceOf(Ending.Stopped.class);
    }

    @Test
    void aProcessThatDoesNotStopWhenAskedIsEnded() throws Exception {
        clock.hurry = Duration.ofSeconds(9);
        endOfService();

        assertThat(watch("exec sleep 60", () -> true, PLENTY)).isInstanceOf(Ending.Stopped.class);
    }

    @Test
    void aDatabaseThatIsAwayEndsNoRun() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        BooleanSupplier wanted = () -> {
            if (away.getAndSet(false)) {
                throw new DataAccessResourceFailureException("away");
            }
            return true;
        };

        assertThat(watch("sleep 0.5", wanted, PLENTY)).isNull();
    }

    private @Nullable Ending watch(String script, BooleanSupplier wanted, DataSize memory)
            throws IOException, InterruptedException {
        TrainingSettings settings = new TrainingSettings(
                1, 1, 1, 1, DataSize.ofMegabytes(1), memory, Duration.ofMinutes(10), Duration.ZERO, 1);
        Instant start = clock.now;
        process = TrainerProcess.start(new ProcessBuilder("sh", "-c", script), report -> {});
        return new AttemptWatch(wanted, settings, serviceEnd, clock).untilEnded(process, () -> start);
    }

    private void endOfService() {
        serviceEnd.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
    }

    /** Time passes at each look. */
    private static final class Hurrying extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private Duration hurry = Duration.ZERO;

        @Override
        public Instant instant() {
            now = now.plus(hurry);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
