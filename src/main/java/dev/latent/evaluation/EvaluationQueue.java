package dev.latent.evaluation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The line of versions that wait to be measured, one at a time; beside the line of runs, so that neither holds up the other. */
@Component
class EvaluationQueue implements SmartLifecycle {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("evaluation");
    private static final Duration POLLING = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration TO_STOP = Duration.ofSeconds(10);

    private final Scheduler scheduler;
    private final EvaluationWork work;
    private final Clock clock;
    private volatile boolean running;

    EvaluationQueue(DataSource database, EvaluationWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
        this.scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database), task())
                .tableName("evaluation_task")
                .threads(1)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(TO_STOP)
                .build();
    }

    private CustomTask<Void> task() {
        return Tasks.custom(TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(POLLING))
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .execute((instance, context) ->
                        work.run(Turn.parse(instance.getId())) ? new OnCompleteRemove<>() : waitForNextStart());
    }

    private static CompletionHandler<Void> waitForNextStart() {
        return (complete, operations) -> operations.reschedule(complete, complete.getExecution().executionTime);
    }

    /** With the caller's transaction, or not at all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Evaluation evaluation) {
        scheduler.schedule(TASK.instance(Turn.of(evaluation).toString()).build(), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        scheduler.start();
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A scheduler that was stopped can't be started again, and a pause needs none of it. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /** Names one request to measure one version. */
    record Turn(String model, int version, long request) {
        static Turn of(Evaluation evaluation) {
            return new Turn(evaluation.model(), evaluation.version(), evaluation.request());
        }

        static Turn parse(String instance) {
            String[] parts = instance.split("/");
            return new Turn(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return model + "/" + version + "/" + request;
        }
    }
}
