package dev.latent.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseClockTests {
    private static final Instant TRUE = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> machine = new AtomicReference<>(TRUE);
    private final AtomicReference<Instant> database = new AtomicReference<>(TRUE);

    @ParameterizedTest
    @ValueSource(longs = {-60, 0, 60})
    void aMachineWhoseClockIsWrongHasTheTimeOfTheDatabase(long seconds) {
        machine.set(TRUE.plusSeconds(seconds));
        DatabaseClock clock = new DatabaseClock(machine::get, database::get);
        assertThat(clock.instant()).isEqualTo(TRUE);

        machine.set(machine.get().plusMillis(700));

        assertThat(clock.instant()).isEqualTo(TRUE.plusMillis(700));
    }

    @Test
    void aClockThatWasSetIsSetRightAgain() {
        DatabaseClock clock = new DatabaseClock(machine::get, database::get);
        machine.set(TRUE.plus(Duration.ofHours(1)));

        clock.set();

        assertThat(clock.instant()).isEqualTo(TRUE);
    }

    @Test
    void whileTheDatabaseIsAwayTimeGoesOn() {
        AtomicReference<RuntimeException> away = new AtomicReference<>();
        DatabaseClock clock = new DatabaseClock(() -> machine.get().plusSeconds(60), () -> {
            if (away.get() != null) {
                throw away.get();
            }
            return database.get();
        });
        away.set(new DataAccessResourceFailureException("away"));
        machine.set(TRUE.plusSeconds(5));

        clock.set();

        assertThat(clock.instant()).isEqualTo(TRUE.plusSeconds(5));
    }

    @Test
    void anAnswerThatTookLongTellsNothing() {
        AtomicReference<Duration> takes = new AtomicReference<>(Duration.ZERO);
        DatabaseClock clock = new DatabaseClock(machine::get, () -> {
            machine.set(machine.get().plus(takes.get()));
            return database.get();
        });
        takes.set(Duration.ofSeconds(20));

        clock.set();

        assertThat(clock.instant()).isEqualTo(TRUE.plusSeconds(20));
    }
}
