package dev.latent.training.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class TrainingSettingsTests {
    private final TrainingSettings settings = new TrainingSettings(
            1,
            1000,
            3,
            Duration.ofSeconds(10),
            null,
            DataSize.ofMegabytes(512),
            null,
            Duration.ofMinutes(10),
            Duration.ofSeconds(1),
            200);

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 30", "2, 90"})
    void eachBadAttemptIsWaitedAfterForThreeTimesAsLong(int failures, long seconds) {
        assertThat(settings.waitAfter(failures)).hasSeconds(seconds);
    }
}
