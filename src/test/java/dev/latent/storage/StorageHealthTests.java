package dev.latent.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.PassingTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class StorageHealthTests {
    private final Place place = new Place();
    private final PassingTime time = new PassingTime();
    private final StorageHealth health = new StorageHealth(place, time);

    @Test
    void itIsAskedEveryFiveSecondsHoweverManyWantToKnow() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        place.away = true;
        time.pass(Duration.ofSeconds(4));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        time.pass(Duration.ofSeconds(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("error", "the bucket is away");

        assertThat(place.asked).isEqualTo(2);
    }

    @Test
    void theDiskIsAlwaysThere() {
        assertThat(new StorageHealth(Stores.onDisk(), time).health().getStatus())
                .isEqualTo(Status.UP);
    }

    private static final class Place implements Stores {
        private boolean away;
        private int asked;

        @Override
        public Storage open(String kind, Path onDisk) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void check() throws IOException {
            asked++;
            if (away) {
                throw new StorageUnavailable("the bucket is away", new IOException());
            }
        }
    }
}
