package dev.latent.training.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.latent.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The line of jobs that wait, in order and of bounded length. All of it happens in the caller's transaction, so that a
 * job and its task are there both or not at all.
 */
@Service
public class JobQueue {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("training");
    private static final char SEPARATOR = '.';
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final JobRows rows;
    private final Scheduler scheduler;
    private final TrainingSettings settings;
    private final Clock clock;

    JobQueue(JdbcClient jdbc, JobRows rows, Scheduler scheduler, TrainingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /** One task for each time that a job is queued: an old one may still be ending when the job is queued again. */
    private static String instanceOf(TrainingJob job) {
        return job.id() + SEPARATOR + job.attempt();
    }

    public static String jobOf(String instance) {
        return instance.substring(0, instance.indexOf(SEPARATOR));
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
        scheduler.schedule(TASK.instance(instanceOf(job)).build(), job.times().queued());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** The service goes down: nobody's turn comes any more. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        scheduler.pause();
    }

    /** Takes a waiting job out; one whose turn comes at this moment is found cancelled then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(TrainingJob job) {
        TaskInstanceId task = TaskInstanceId.of(TASK.getTaskName(), instanceOf(job));
        if (scheduler.getScheduledExecution(task).isPresent()) {
            try {
                scheduler.cancel(task);
            } catch (TaskInstanceCurrentlyExecutingException e) {
                LOG.debug("The turn of {} has come already", job.title());
            }
        }
    }
}
