package dev.latent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeLeftTests {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TimeLeft timeLeft = new TimeLeft();

    @Test
    void nothingIsSaidBeforeSomethingIsDone() {
        assertThat(timeLeft.at(START, 0)).isNull();
        assertThat(timeLeft.at(START.plusSeconds(1), 0)).isNull();
    }

    @Test
    void theMeanPaceTellsWhatIsLeft() {
        timeLeft.at(START, 0);
        assertThat(timeLeft.at(START.plusSeconds(10), 0.1)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void theTimeBeforeAJobWasFirstHeardOfDoesNotCount() {
        timeLeft.at(START, 0.5);
        assertThat(timeLeft.at(START.plusSeconds(10), 0.75)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void itCountsDownWhileThePaceWavers() {
        timeLeft.at(START, 0);
        double[] fractions = {0.1, 0.21, 0.29, 0.42, 0.5, 0.61, 0.69, 0.82, 0.9};
        Duration before = Duration.ofDays(1);
        for (int i = 0; i < fractions.length; i++) {
            Duration left = timeLeft.at(START.plusSeconds(10L * (i + 1)), fractions[i]);
            assertThat(left).isLessThan(before);
            before = left;
        }
        assertThat(before).isLessThanOrEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aPaceThatHasReallyChangedIsTold() {
        timeLeft.at(START, 0);
        timeLeft.at(START.plusSeconds(10), 0.5);
        assertThat(timeLeft.at(START.plusSeconds(100), 0.55)).isEqualTo(Duration.ofSeconds(80));
    }

    @Test
    void whatIsFarIsToldInRoundNumbers() {
        timeLeft.at(START, 0);
        assertThat(timeLeft.at(START.plusSeconds(7), 0.01)).isEqualTo(Duration.ofSeconds(690));
    }
}
