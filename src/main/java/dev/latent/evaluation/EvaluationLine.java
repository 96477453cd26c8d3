package dev.latent.evaluation;

import dev.latent.quality.EvaluateCommand;
import dev.latent.task.TaskLine;
import dev.latent.task.TaskLines;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens when a version's turn to be measured has come: one at a time, beside the line of trainings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvaluationSettings.class)
class EvaluationLine {
    private static final String TABLE = "evaluation_task";

    @Bean(EvaluationQueue.LINE)
    TaskLine line(TaskLines lines, EvaluationWork work) {
        return lines.line(EvaluationQueue.LINE, TABLE, 1, task -> work.attempt(EvaluationQueue.Turn.parse(task)));
    }

    @Bean
    EvaluatorProgram evaluatorProgram(EvaluationSettings settings) {
        return EvaluatorProgram.of(EvaluateCommand.class, settings);
    }
}
