package dev.latent.training;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fills the table of jobs with copies of one, as if they had been trained. */
@RestController
class MadeUpJobs {
    private final JdbcClient jdbc;

    MadeUpJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostMapping("/bench/finished-jobs")
    @Transactional
    int finished(String of, int count) {
        return jdbc.sql("""
                        insert into training_job (id, family, model, dataset_a, plan, status, attempt, failures,
                            last_event, created_at, queued_at, started_at, finished_at, progress, model_version)
                        select random_uuid(), family, model, dataset_a, plan, 'SUCCEEDED', 1, 0,
                            0, created_at, queued_at, created_at, created_at, progress, 1
                        from training_job cross join system_range(1, ?) where id = ?""").params(count, of).update();
    }
}
