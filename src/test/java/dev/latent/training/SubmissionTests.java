package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.Json;
import dev.latent.training.job.TrainingJobs;
import dev.latent.training.request.JobRequests;
import dev.latent.training.request.TrainingPlan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TrainingTest
class SubmissionTests {
    @Autowired
    TrainingJobs jobs;

    @Autowired
    JobRequests requests;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void aJobAndItsTaskAreRolledBackTogether() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            String id = submit();
            assertThat(count("scheduled_tasks", "task_instance like ?", id + "%"))
                    .isOne();
            transaction.setRollbackOnly();
        });

        assertThat(count("training_job", "model = ?", "rolled-back")).isZero();
        assertThat(count("scheduled_tasks", "task_name = ?", "training")).isZero();
    }

    private String submit() {
        TrainingPlan plan = requests.read(Json.MAPPER.readTree(TrainingClient.body("rolled-back")));
        return jobs.submit(plan, null).job().id();
    }

    private int count(String table, String condition, String value) {
        return jdbc.sql("select count(*) from " + table + " where " + condition)
                .param(value)
                .query(Integer.class)
                .single();
    }
}
