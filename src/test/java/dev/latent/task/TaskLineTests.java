package dev.latent.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.cluster.Role;
import dev.latent.cluster.RoleSetting;
import dev.latent.task.TaskWork.Next;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines of a service whose database is a file of its own. */
class TaskLineTests {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path home;

    private final List<TaskLine> open = new CopyOnWriteArrayList<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private JdbcConnectionPool database;

    @BeforeEach
    void createDatabase() {
        database = JdbcConnectionPool.create("jdbc:h2:file:" + home.resolve("latent"), "sa", "");
        Flyway.configure().dataSource(database).load().migrate();
    }

    @AfterEach
    void close() {
        open.forEach(TaskLine::end);
        open.forEach(TaskLine::close);
        database.dispose();
    }

    private TaskLine line(String table, TaskWork work) {
        return line(Role.ALL, table, work);
    }

    private TaskLine line(Role role, String table, TaskWork work) {
        TaskLines lines = new TaskLines(database, new SimpleMeterRegistry(), Clock.systemUTC(), new RoleSetting(role));
        TaskLine line = lines.line(table, table, 1, work);
        open.add(line);
        return line;
    }

    private TaskLine trainings(TaskWork work) {
        return line("scheduled_tasks", task -> {
            attempts.add(task);
            return work.attempt(task);
        });
    }

    private void add(TaskLine line, String... tasks) {
        for (int i = 0; i < tasks.length; i++) {
            String task = tasks[i];
            Instant place = START.plusSeconds(i);
            inTransaction(() -> line.add(task, place));
        }
    }

    private void inTransaction(Runnable change) {
        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(it -> change.run());
    }

    private int waiting() {
        return count(database, "picked = false");
    }

    private static int count(DataSource database, String condition) {
        return JdbcClient.create(database)
                .sql("select count(*) from scheduled_tasks where " + condition)
                .query(Integer.class)
                .single();
    }

    private static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(condition::getAsBoolean);
    }

    @Test
    void tasksHaveTheirTurnsInTheOrderOfTheirPlaces() {
        TaskLine line = trainings(task -> Next.NOTHING);
        add(line, "first", "second", "third");

        line.open();

        await(() -> count(database, "true") == 0);
        assertThat(attempts).containsExactly("first", "second", "third");
    }

    @Test
    void anotherAttemptIsMadeInTheSameTurn() {
        TaskLine line = trainings(task -> attempts.size() < 3 ? Next.ANOTHER_ATTEMPT : Next.NOTHING);
        add(line, "stubborn", "next");

        line.open();

        await(() -> count(database, "true") == 0);
        assertThat(attempts).containsExactly("stubborn", "stubborn", "stubborn", "next");
    }

    @Test
    void aProcessThatLeavesTheWorkToOthersAddsTasksForThem() {
        TaskLine line = line(Role.API, "scheduled_tasks", task -> {
            attempts.add(task);
            return Next.NOTHING;
        });

        line.open();
        add(line, "for another process");

        assertThat(waiting()).isOne();
        assertThat(attempts).isEmpty();
    }

    @Test
    void aTaskIsNotAddedWhereTheTransactionIsRolledBack() {
        TaskLine line = trainings(task -> Next.NOTHING);

        new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(transaction -> {
            line.add("undone", START);
            transaction.setRollbackOnly();
        });

        assertThat(waiting()).isZero();
        assertThatThrownBy(() -> line.add("alone", START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTaskThatIsRemovedHasNoTurn() {
        TaskLine line = trainings(task -> Next.NOTHING);
        add(line, "kept", "removed");
        inTransaction(() -> line.remove("removed"));

        line.open();

        await(() -> count(database, "true") == 0);
        assertThat(attempts).containsExactly("kept");
    }

    @Test
    void whatWasWorkedOnWhenTheServiceWasKilledGoesOnAtOnceAtItsOldPlace() {
        TaskLine line = trainings(task -> Next.NOTHING);
        add(line, "cut off", "later");
        JdbcClient.create(database)
                .sql("""
                        update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = ?
                        where task_instance = 'cut off'""")
                .param(Instant.now().atOffset(ZoneOffset.UTC))
                .update();

        line.open();

        await(() -> count(database, "true") == 0);
        assertThat(attempts).containsExactly("cut off", "later");
    }

    @Test
    void aTurnThatEndsWithTheServiceComesAgainAtItsOldPlace() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch ending = new CountDownLatch(1);
        TaskLine line = trainings(task -> {
            working.countDown();
            awaitUninterrupted(ending);
            return Next.ANOTHER_TURN;
        });
        add(line, "first", "second");
        line.open();
        assertThat(working.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        line.end();
        ending.countDown();
        line.close();
        open.remove(line);

        assertThat(attempts).containsExactly("first");
        assertThat(waiting()).isEqualTo(2);
        assertThat(count(database, "execution_time <= timestamp '2026-01-01 00:00:01'"))
                .isEqualTo(2);
    }

    @Test
    void aFaultIsFollowedByAnotherTurn() {
        TaskLine line = trainings(task -> {
            if (attempts.size() == 1) {
                throw new IllegalStateException("out of order");
            }
            return Next.NOTHING;
        });
        add(line, "unlucky");

        line.open();

        await(() -> count(database, "true") == 0);
        assertThat(attempts).containsExactly("unlucky", "unlucky");
    }

    @Test
    void aLineIsNotHeldUpByAnother() throws InterruptedException {
        CountDownLatch measured = new CountDownLatch(1);
        TaskLine trainings = trainings(task -> {
            awaitUninterrupted(measured);
            return Next.NOTHING;
        });
        TaskLine cards = line("evaluation_task", task -> {
            measured.countDown();
            return Next.NOTHING;
        });
        add(trainings, "long");
        trainings.open();
        await(() -> !attempts.isEmpty());

        cards.open();
        add(cards, "card");

        assertThat(measured.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whereOthersMayWorkOnALineTheirTasksAreLeftToThem() {
        JdbcConnectionPool shared = JdbcConnectionPool.create("jdbc:h2:mem:shared-line", "sa", "");

        assertThat(LineTable.of(shared, "scheduled_tasks").shared()).isTrue();
        assertThat(LineTable.of(database, "scheduled_tasks").shared()).isFalse();
        shared.dispose();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
