package dev.latent.training;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A scheduler and a clock that stand still until the test moves them. */
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
    @DependsOnDatabaseInitialization
    ManualScheduler scheduler(DataSource database, List<Task<?>> tasks, SettableClock clock) {
        return TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(database), tasks)
                .clock(clock)
                .alwaysPersistTimestampInUTC()
                .build();
    }

    public static void pass(SettableClock clock, Duration time) {
        clock.set(clock.now().plus(time));
    }
}
