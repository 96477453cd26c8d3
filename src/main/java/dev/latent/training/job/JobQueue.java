package dev.latent.training.job;

import dev.latent.problem.Problem;
import dev.latent.task.TaskLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The line of jobs that wait, in order and of bounded length. All of it happens in the caller's transaction, so that a
 * job and its task are there both or not at all.
 */
@Service
public class JobQueue {
    public static final String LINE = "training";
    private static final char SEPARATOR = '.';
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final JobRows rows;
    private final TaskLine line;
    private final TrainingSettings settings;
    private final Clock clock;

    JobQueue(JdbcClient jdbc, JobRows rows, @Qualifier(LINE) TaskLine line, TrainingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.line = line;
        this.settings = settings;
        this.clock = clock;
    }

    /** One task for each time that a job is queued: an old one may still be ending when the job is queued again. */
    private static String taskOf(TrainingJob job) {
        return job.id() + SEPARATOR + job.attempt();
    }

    public static String jobOf(String task) {
        return task.substring(0, task.indexOf(SEPARATOR));
    }

    /**
     * Takes the next place; others wait for theirs until the transaction's end.
     *
     * @return a time later than that of everyone before, which is the place in the order
     * @throws Problem 503 if the queue is full
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant enter() {
        Instant last = jdbc.sql("select last_queued_at from training_queue where id = 1 for update")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        if (rows.queued() >= settings.queueCapacity()) {
            throw Problem.unavailable(
                    RETRY_AFTER, settings.queueCapacity() + " training jobs wait already; try again later");
        }
        Instant next = after(last, clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql("update training_queue set last_queued_at = ? where id = 1")
                .param(Utc.of(next))
                .update();
        return next;
    }

    /** Where the clock was set back by more than a moment, the order is that of the new time. */
    private static Instant after(Instant last, Instant now) {
        boolean inOrder = now.isAfter(last) || last.isAfter(now.plus(CLOCK_STEP));
        return inOrder ? now : last.plus(1, ChronoUnit.MICROS);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void schedule(TrainingJob job) {
        line.add(taskOf(job), job.times().queued());
    }

    /** Takes a waiting job out; one whose turn comes at this moment is found cancelled then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(TrainingJob job) {
        line.remove(taskOf(job));
    }
}
