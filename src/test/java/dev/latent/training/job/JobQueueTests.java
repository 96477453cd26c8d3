package dev.latent.training.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import dev.latent.TemporaryHome;
import dev.latent.family.Json;
import dev.latent.problem.Problem;
import dev.latent.task.ManualLines;
import dev.latent.training.JobStatus;
import dev.latent.training.ManualTime;
import dev.latent.training.ScriptedTrainer;
import dev.latent.training.TrainingClient;
import dev.latent.training.request.JobRequests;
import dev.latent.training.request.TrainingPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;

/** The queue, step by step. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = "latent.training.queue-capacity=3")
@ContextConfiguration(initializers = TemporaryHome.class)
@Import({ManualTime.class, ScriptedTrainer.class})
class JobQueueTests {
    @Autowired
    TrainingJobs jobs;

    @Autowired
    JobRequests requests;

    @Autowired
    JobRows rows;

    @Autowired
    JobLifecycle lifecycle;

    @Autowired
    ManualLines lines;

    @Autowired
    SettableClock clock;

    @Autowired
    ScriptedTrainer trainer;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void emptyQueue() {
        trainer.behave("finish");
        jdbc.sql("delete from scheduled_tasks").update();
        jdbc.sql("delete from training_job").update();
    }

    @Test
    void jobsRunInTheOrderOfTheirSubmission() {
        List<String> ids = List.of(submit("a"), submit("b"), submit("c"));

        runDue();

        assertThat(ids).extracting(id -> job(id).status()).containsOnly(JobStatus.SUCCEEDED);
        assertThat(ids).extracting(id -> job(id).number()).isSorted();
        assertThat(jdbc.sql("select id from training_job order by queued_at")
                        .query(String.class)
                        .list())
                .isEqualTo(ids);
    }

    @Test
    void aResumedJobGoesToTheEndOfTheQueue() {
        String cancelled = submit("cancelled");
        jobs.cancel(cancelled);
        submit("other");

        assertThat(jobs.resume(cancelled).queuePosition()).isEqualTo(2);
    }

    @Test
    void aCancelledJobsTaskIsGone() {
        jobs.cancel(submit("cancelled"));

        assertThat(count("scheduled_tasks")).isZero();
    }

    @Test
    void aFullQueueTellsWhenToTryAgain() {
        List.of("a", "b", "c").forEach(this::submit);

        assertThatThrownBy(() -> submit("d")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getStatusCode().value()).isEqualTo(503);
            assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("30");
        });
        assertThat(count("training_job")).isEqualTo(3);
    }

    @Test
    void aFullQueueIsFullForResumedJobsToo() {
        String cancelled = submit("cancelled");
        jobs.cancel(cancelled);
        List.of("a", "b", "c").forEach(this::submit);

        assertThatThrownBy(() -> jobs.resume(cancelled))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("503");
        assertThat(job(cancelled).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        RequestKey key = new RequestKey("", "k", "hash");
        String first = jobs.submit(plan("daily"), key).job().id();
        ManualTime.pass(clock, Duration.ofHours(23));
        assertThat(jobs.submit(plan("daily"), key).job().id()).isEqualTo(first);

        ManualTime.pass(clock, Duration.ofHours(2));

        assertThat(jobs.submit(plan("daily"), key).job().id()).isNotEqualTo(first);
    }

    @Test
    void twoFamiliesCanNotBeOnTheirWayToOneModel() {
        submit("mine");
        JsonNode other = body("mine").deepCopy();
        ((tools.jackson.databind.node.ObjectNode) other).put("family", "denoising-autoencoder");

        assertThatThrownBy(() -> jobs.submit(requests.read(other), null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is about to hold the family vae");
    }

    @Test
    void aWorkerThatComesBackAfterAnotherTookItsJobChangesNothing() {
        String id = submit("taken-over");
        TrainingJob paused = lifecycle.claim(id).orElseThrow();
        TrainingJob current = lifecycle.claim(id).orElseThrow();

        assertThat(lifecycle.succeed(paused, 1)).isFalse();
        assertThat(lifecycle.fail(paused, new JobError("crashed", ""), true)).isFalse();
        assertThat(lifecycle.handBack(paused)).isFalse();
        assertThat(lifecycle.happened(paused, JobEvent.Name.PREVIEW, "{}")).isFalse();
        assertThat(job(id)).isEqualTo(current);
    }

    @Test
    void aDeadExecutionIsRevived() {
        String id = submit("revived");
        jdbc.sql("update scheduled_tasks set picked = true, picked_by = 'gone', last_heartbeat = execution_time")
                .update();
        ManualTime.pass(clock, Duration.ofHours(1));

        lines.of(JobQueue.LINE).runDeadExecutionDetection();
        runDue();

        assertThat(job(id).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aTaskWhoseJobIsGoneIsDropped() {
        String id = submit("deleted");
        jdbc.sql("delete from training_job where id = ?").param(id).update();

        runDue();

        assertThat(count("scheduled_tasks")).isZero();
    }

    private void runDue() {
        ManualTime.pass(clock, Duration.ofSeconds(1));
        lines.of(JobQueue.LINE).runAnyDueExecutions();
    }

    private String submit(String model) {
        return jobs.submit(plan(model), null).job().id();
    }

    private TrainingPlan plan(String model) {
        return requests.read(body(model));
    }

    private static JsonNode body(String model) {
        return Json.MAPPER.readTree(TrainingClient.body(model));
    }

    private TrainingJob job(String id) {
        return rows.find(id).orElseThrow();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
