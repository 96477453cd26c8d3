package dev.latent.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.TemporaryHome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What was announced is handled, whatever happens to who handles it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"latent.evaluation.automatic=false", "spring.test.print-condition-evaluation-report=false"})
@ContextConfiguration(initializers = TemporaryHome.class)
@Import(AfterCommitTests.Handler.class)
class AfterCommitTests {
    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    IncompleteEventPublications events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Handler handler;

    record Happened(String what) {}

    static class Handler {
        final List<String> handled = new ArrayList<>();
        boolean fails;

        @AfterCommit
        public void handle(Happened event) {
            if (fails) {
                throw new IllegalStateException("not now");
            }
            handled.add(event.what());
        }

        List<String> handled() {
            return handled;
        }

        void failing(boolean fails) {
            this.fails = fails;
        }
    }

    @BeforeEach
    void nothingHappened() {
        handler.failing(false);
        handler.handled().clear();
    }

    @Test
    void anEventIsHandledOnceItsTransactionIsCommittedAndThenForgotten() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            publisher.publishEvent(new Happened("one"));
            assertThat(handler.handled()).isEmpty();
        });

        assertThat(handler.handled()).containsExactly("one");
        assertThat(remembered()).isZero();
    }

    @Test
    void anEventOfATransactionThatWasRolledBackNeverHappened() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
                    publisher.publishEvent(new Happened("never"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(handler.handled()).isEmpty();
        assertThat(remembered()).isZero();
    }

    @Test
    void anEventWhoseHandlerFailedIsHandledLater() {
        handler.failing(true);
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> publisher.publishEvent(new Happened("late")));
        assertThat(remembered()).isOne();
        handler.failing(false);

        events.resubmitIncompletePublications(publication -> true);

        assertThat(handler.handled()).containsExactly("late");
        assertThat(remembered()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLISHED", "PROCESSING"})
    void anEventWhoseProcessDiedIsHandledByAnother(String status) {
        handler.failing(true);
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> publisher.publishEvent(new Happened("orphaned")));
        jdbc.sql("update event_publication set status = ?").param(status).update(); // as it was while it was handled
        handler.failing(false);

        events.resubmitIncompletePublications(publication -> true);

        assertThat(handler.handled()).containsExactly("orphaned");
        assertThat(remembered()).isZero();
    }

    private int remembered() {
        return jdbc.sql("select count(*) from event_publication")
                .query(Integer.class)
                .single();
    }
}
