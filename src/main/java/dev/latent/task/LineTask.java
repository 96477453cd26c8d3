package dev.latent.task;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.latent.task.TaskWork.Next;
import java.time.Duration;

/** What the scheduler does with a line's tasks. */
final class LineTask {
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(2);

    private final TaskWork work;
    private final CustomTask<Void> task;
    private volatile boolean ending;

    LineTask(String line, TaskWork work) {
        this.work = work;
        this.task = Tasks.custom(line, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_A_FAULT))
                .onDeadExecution(LineTask::keepPlace)
                .execute((instance, context) -> turn(instance.getId()));
    }

    CustomTask<Void> task() {
        return task;
    }

    TaskInstance<Void> instance(String name) {
        return task.instance(name);
    }

    /** Those that were fetched already keep their places. */
    void end() {
        ending = true;
    }

    private CompletionHandler<Void> turn(String name) {
        Next next = Next.ANOTHER_ATTEMPT;
        while (next == Next.ANOTHER_ATTEMPT) {
            next = ending ? Next.ANOTHER_TURN : work.attempt(name);
        }
        return next == Next.NOTHING ? new CompletionHandler.OnCompleteRemove<>() : LineTask::keepPlace;
    }

    private static void keepPlace(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, complete.getExecution().executionTime);
    }
}
