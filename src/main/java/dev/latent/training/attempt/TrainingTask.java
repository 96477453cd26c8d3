package dev.latent.training.attempt;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.latent.child.ServiceEnd;
import dev.latent.run.attempt.TrainCommand;
import dev.latent.training.job.JobQueue;
import dev.latent.training.job.TrainingSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the scheduler what to do when a job's turn has come. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrainingSettings.class)
class TrainingTask {
    @Bean
    CustomTask<Void> training(TrainingWork work, ServiceEnd serviceEnd) {
        return Tasks.custom(JobQueue.TASK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .onDeadExecution(TrainingTask::keepPlace)
                .execute((instance, context) -> {
                    boolean wait = serviceEnd.isNear() || !work.run(JobQueue.jobOf(instance.getId()));
                    return wait ? TrainingTask::keepPlace : new CompletionHandler.OnCompleteRemove<>();
                });
    }

    /** Its turn comes again, before those that were queued later. */
    private static void keepPlace(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, complete.getExecution().executionTime);
    }

    @Bean
    TrainerProgram trainerProgram(TrainingSettings settings) {
        return TrainerProgram.of(TrainCommand.class, settings);
    }
}
