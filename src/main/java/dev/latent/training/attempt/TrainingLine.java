package dev.latent.training.attempt;

import dev.latent.run.attempt.TrainCommand;
import dev.latent.task.TaskLine;
import dev.latent.task.TaskLines;
import dev.latent.training.job.JobQueue;
import dev.latent.training.job.TrainingSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when a job's turn has come. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrainingSettings.class)
class TrainingLine {
    private static final String TABLE = "scheduled_tasks";

    @Bean(JobQueue.LINE)
    TaskLine line(TaskLines lines, TrainingWork work, TrainingSettings settings) {
        return lines.line(JobQueue.LINE, TABLE, settings.concurrency(), task -> work.attempt(JobQueue.jobOf(task)));
    }

    @Bean
    TrainerProgram trainerProgram(TrainingSettings settings) {
        return TrainerProgram.of(TrainCommand.class, settings);
    }
}
