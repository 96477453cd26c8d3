package dev.latent.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.family.Json;
import dev.latent.family.folder.ModelDescription;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
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

    @Test
    void whileTheDatabaseIsAwayAReferenceStandsForWhatItStoodForLast() {
        find();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());

        assertThat(known.get("m", "latest", KnownVersionsTests::away).version()).isEqualTo(1);

        assertThatThrownBy(() -> known.get("m", "2", KnownVersionsTests::away))
                .as("never known")
                .hasMessage("away");
    }

    @Test
    void whileTheDatabaseIsAwayItIsAskedEveryFewSecondsAndNoMore() {
        find();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        known.get("m", "latest", KnownVersionsTests::away);

        find();
        assertThat(asked).hasValue(1);

        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        find();
        assertThat(asked).hasValue(2);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        find();
        assertThat(asked).as("it is back").hasValue(3);
    }

    @Test
    void whatIsGoneIsNotKnownAnyMoreWhenTheDatabaseIsAway() {
        find();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThatThrownBy(() -> known.get("m", "latest", () -> {
                    throw Problem.notFound("deleted");
                }))
                .isInstanceOf(Problem.class);

        assertThatThrownBy(() -> known.get("m", "latest", KnownVersionsTests::away))
                .hasMessage("away");
    }

    private static ModelVersion away() {
        throw new DataAccessResourceFailureException("away", new SQLTransientConnectionException());
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
