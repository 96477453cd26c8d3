package dev.latent.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tasks that wait for their turn, and are worked on in the order of their times, so many at once as the line was opened
 * for. All changes happen in the caller's transaction, so that a task is there with what it is about or not at all.
 */
public class TaskLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskLine.class);

    private final LineTask task;
    private final LineTable table;
    private final Scheduler scheduler;
    private final boolean works;

    /** @param works whether this process works on it; else it adds tasks for others */
    TaskLine(LineTask task, LineTable table, Scheduler scheduler, boolean works) {
        this.task = task;
        this.table = table;
        this.scheduler = scheduler;
        this.works = works;
    }

    /** Begins to work. */
    @EventListener(ApplicationReadyEvent.class)
    public void open() {
        if (works) {
            table.reclaim();
            scheduler.start();
        }
    }

    /** @param place the time that its turn comes, after all of earlier ones @throws IllegalStateException outside of a transaction */
    public void add(String name, Instant place) {
        requireTransaction();
        scheduler.schedule(task.instance(name), place);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** Takes out a task that waits; one whose turn has come is to find out by itself that nobody wants it. */
    public void remove(String name) {
        requireTransaction();
        TaskInstanceId instance = task.instance(name);
        if (scheduler.getScheduledExecution(instance).isPresent()) {
            try {
                scheduler.cancel(instance);
            } catch (TaskInstanceCurrentlyExecutingException e) {
                LOG.debug("The turn of {} has come already", instance);
            }
        }
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a line changes in a transaction");
        }
    }

    /** The service goes down: nobody's turn comes any more. */
    @EventListener(ContextClosedEvent.class)
    public void end() {
        task.end();
        scheduler.pause();
    }

    /** Waits for those whose turn it is. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
