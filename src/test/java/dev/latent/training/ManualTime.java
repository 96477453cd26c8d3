package dev.latent.training;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import dev.latent.task.ManualLines;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Lines and a clock that stand still until the test moves them. */
@TestConfiguration(proxyBeanMethods = false)
public class ManualTime {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Bean
    SettableClock schedulerClock() {
        SettableClock clock = new SettableClock();
        clock.set(START);
        return clock;
    }

    @Bean
    @Primary
    Clock manualClock(SettableClock clock) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock.now();
            }
        };
    }

    @Bean
    @Primary
    ManualLines manualLines(DataSource database, MeterRegistry meters, SettableClock clock) {
        return new ManualLines(database, meters, clock);
    }

    public static void pass(SettableClock clock, Duration time) {
        clock.set(clock.now().plus(time));
    }
}
