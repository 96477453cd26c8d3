package dev.latent.training.job;

import dev.latent.family.Json;
import dev.latent.paging.PageRequest;
import dev.latent.run.StopReason;
import dev.latent.training.JobStatus;
import dev.latent.training.request.TrainingPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of training jobs, as far as it is read; only {@link JobLifecycle} changes what is in it. */
@Repository
public class JobRows {
    private final JdbcClient jdbc;

    JobRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TrainingJob> find(String id) {
        return jdbc.sql("select * from training_job where id = ?")
                .param(id)
                .query(new JobRowMapper())
                .optional();
    }

    /** As {@link #find}, with the row locked until the transaction's end. */
    Optional<TrainingJob> lock(String id) {
        return jdbc.sql("select * from training_job where id = ? for update")
                .param(id)
                .query(new JobRowMapper())
                .optional();
    }

    /** Newest first, one more than the page holds. */
    List<TrainingJob> page(JobFilter filter, PageRequest page) {
        JobFilter.Query query = filter.query(page);
        return jdbc.sql(query.sql())
                .params(query.parameters())
                .query(new JobRowMapper())
                .list();
    }

    /** The place in the queue, from 1; null if the job doesn't wait. */
    @Nullable
    Integer queuePosition(TrainingJob job) {
        return job.status() != JobStatus.QUEUED
                ? null
                : jdbc.sql("select count(*) from training_job where status = 'QUEUED' and queued_at <= ?")
                        .param(Utc.of(job.times().queued()))
                        .query(Integer.class)
                        .single();
    }

    /** Those who wait, in their order. */
    List<String> queue() {
        return jdbc.sql("select id from training_job where status = 'QUEUED' order by status, queued_at")
                .query(String.class)
                .list();
    }

    int queued() {
        return jdbc.sql("select count(*) from training_job where status = 'QUEUED'")
                .query(Integer.class)
                .single();
    }

    /** A job that waits or runs and whose model will have this name. */
    Optional<TrainingJob> activeFor(String model) {
        return jdbc.sql("select * from training_job where model = ? and status in ('QUEUED', 'RUNNING') limit 1")
                .param(model)
                .query(new JobRowMapper())
                .optional();
    }

    /** Jobs that learn from the dataset, or could be resumed and would, newest first. */
    List<TrainingJob> needing(String dataset) {
        return jdbc.sql(
                        "select * from training_job where status <> 'SUCCEEDED' and ? in (dataset_a, dataset_b) order by number desc")
                .param(dataset)
                .query(new JobRowMapper())
                .list();
    }

    /** Jobs that start from the version, or could be resumed and would, newest first. */
    List<TrainingJob> startingFrom(String model, int version) {
        return jdbc.sql(
                        "select * from training_job where status <> 'SUCCEEDED' and from_model = ? and from_version = ? order by number desc")
                .params(model, version)
                .query(new JobRowMapper())
                .list();
    }

    /** Whether this attempt is still the one that may work on the job. */
    boolean isCurrent(String id, int attempt) {
        return jdbc.sql("select count(*) from training_job where id = ? and attempt = ? and status = 'RUNNING'")
                        .params(id, attempt)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a process of the job may still be at work, whatever the status says. */
    boolean hasProcess(String id) {
        return jdbc.sql("select count(*) from training_job where id = ? and attempt > ended_attempt")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the job is finished, or gone. */
    public boolean hasEnded(String id) {
        return jdbc.sql("select count(*) from training_job where id = ? and status in ('QUEUED', 'RUNNING')")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void insert(TrainingJob job) {
        TrainingPlan plan = job.plan();
        jdbc.sql("""
                        insert into training_job (id, family, model, dataset_a, dataset_b, from_model, from_version,
                            plan, status, attempt, failures, last_event, created_at, queued_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?)""")
                .params(
                        job.id(),
                        plan.family(),
                        plan.model(),
                        plan.datasetNames().get(0))
                .param(plan.datasets().size() > 1 ? plan.datasetNames().get(1) : null)
                .param(plan.from() == null ? null : plan.from().model())
                .param(plan.from() == null ? null : plan.from().version())
                .param(Json.MAPPER.writeValueAsString(plan))
                .param(job.status().name())
                .param(Utc.of(job.times().created()))
                .param(Utc.of(job.times().queued()))
                .update();
    }

    /** Sets the status and what goes with it. @param error null unless it failed */
    void status(TrainingJob job, JobStatus status, @Nullable Instant finished, @Nullable JobError error) {
        jdbc.sql("update training_job set status = ?, finished_at = ?, error_code = ?, error_detail = ? where id = ?")
                .param(status.name())
                .param(finished == null ? null : Utc.of(finished))
                .param(error == null ? null : error.code())
                .param(error == null ? null : error.detail())
                .param(job.id())
                .update();
    }

    void requeued(String id, Instant queued, long startStep) {
        jdbc.sql("update training_job set queued_at = ?, failures = 0, start_step = ? where id = ?")
                .params(Utc.of(queued), startStep, id)
                .update();
    }

    /** @param step where it is to start; {@link #started} tells where it did */
    void attempt(String id, int attempt, long step, Instant started) {
        jdbc.sql("""
                        update training_job set attempt = ?, start_step = ?, started_at = coalesce(started_at, ?)
                        where id = ?""").params(attempt, step, Utc.of(started), id).update();
    }

    /** Where the attempt starts. */
    void started(String id, int attempt, long step) {
        jdbc.sql("update training_job set start_step = ? where id = ? and attempt = ?")
                .params(step, id, attempt)
                .update();
    }

    /** The attempt has written a checkpoint; that counts in every status. */
    void checkpoint(String id, int attempt, long step) {
        jdbc.sql("update training_job set checkpoint_step = ? where id = ? and attempt = ?")
                .params(step, id, attempt)
                .update();
    }

    /** The attempt's process has ended. */
    void ended(String id, int attempt) {
        jdbc.sql("update training_job set ended_attempt = ? where id = ? and ended_attempt < ?")
                .params(attempt, id, attempt)
                .update();
    }

    void failures(String id, int failures) {
        jdbc.sql("update training_job set failures = ? where id = ?")
                .params(failures, id)
                .update();
    }

    void modelVersion(String id, int version) {
        jdbc.sql("update training_job set model_version = ? where id = ?")
                .params(version, id)
                .update();
    }

    void progress(String id, @Nullable JobProgress progress) {
        jdbc.sql("update training_job set progress = ? where id = ?")
                .params(progress == null ? null : Json.MAPPER.writeValueAsString(progress), id)
                .update();
    }

    void notes(String id, int attempt, List<String> notes) {
        jdbc.sql("update training_job set notes = ? where id = ? and attempt = ?")
                .params(Json.MAPPER.writeValueAsString(notes), id, attempt)
                .update();
    }

    /** Why the training ended, or that it goes on. */
    void stopped(String id, @Nullable StopReason why) {
        jdbc.sql("update training_job set stop_code = ?, stop_detail = ? where id = ?")
                .param(why == null ? null : why.code())
                .param(why == null ? null : why.detail())
                .param(id)
                .update();
    }

    /** Of the job that published this version, if there is one. */
    void verdict(String model, int version, String verdict) {
        jdbc.sql("update training_job set verdict = ? where model = ? and model_version = ?")
                .params(verdict, model, version)
                .update();
    }

    void delete(String id) {
        jdbc.sql("delete from training_job where id = ?").param(id).update();
    }
}
