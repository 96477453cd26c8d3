package dev.latent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.Json;
import dev.latent.family.folder.ModelDescription;
import dev.latent.sample.SampleShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class KnownVersionsTests {
    private final AtomicLong nanos = new AtomicLong();
    private final KnownVersions known = new KnownVersions(nanos::get);
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void theDatabaseIsAskedOnceASecond() {
        find();
        find();
        assertThat(asked).hasValue(1);

        nanos.addAndGet(Duration.ofMillis(1001).toNanos());
        find();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aChangeOfThisProcessCountsAtOnce() {
        find();

        known.changed();

        find();
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatWasReadWhileTheRegistryChangedIsNotKept() {
        known.get("m", "latest", () -> {
            known.changed();
            return version();
        });

        find();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aChangeCountsWhenItsTransactionEnds() {
        find();
        TransactionSynchronizationManager.initSynchronization();
        try {
            known.changed();
            find();
            assertThat(asked).as("inside of it, nothing is remembered").hasValue(2);
            TransactionSynchronizationUtils.triggerAfterCompletion(TransactionSynchronization.STATUS_COMMITTED);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }

        find();
        assertThat(asked).hasValue(3);
    }

    private void find() {
        known.get("m", "latest", this::version);
    }

    private ModelVersion version() {
        ModelDescription description = new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                "vae",
                Set.of(),
                Json.MAPPER.createObjectNode(),
                SampleShape.of(2),
                null,
                null,
                List.of(),
                1,
                null,
                1,
                "test",
                Instant.EPOCH);
        return new ModelVersion("m", asked.incrementAndGet(), null, description, List.of());
    }
}
