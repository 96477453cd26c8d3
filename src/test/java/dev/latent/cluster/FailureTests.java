package dev.latent.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceProcess;
import dev.latent.TestDatabase;
import dev.latent.storage.s3.S3Outage;
import dev.latent.storage.s3.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

/** Two that answer and two that work, as processes on one PostgreSQL and one bucket, and what can happen to them. */
@Tag("cluster")
class FailureTests {
    private static final String JOBS = "/v1/training-jobs";
    private static final int STEPS = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final List<ServiceProcess> running = new ArrayList<>();
    private final Map<String, String> shared = new HashMap<>();
    private S3Outage wayToTheDatabase;
    private ServiceProcess first;
    private ServiceProcess second;

    @BeforeEach
    void start() throws IOException {
        String url = TestDatabase.POSTGRESQL.url();
        URI database = URI.create(url.substring("jdbc:".length()));
        wayToTheDatabase = new S3Outage(database.getPort());
        shared.put("spring.datasource.url", url.replace(":" + database.getPort(), ":" + wayToTheDatabase.port()));
        shared.put("spring.datasource.username", "postgres");
        shared.put("latent.evaluation.automatic", "false");
        shared.putAll(S3Server.shared().newBucketAsSettings());
        first = service("api");
        second = service("api");
    }

    private ServiceProcess service(String role) throws IOException {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("latent.role", role);
        ServiceProcess started = ServiceProcess.start(Files.createTempDirectory(folder, role + "-"), settings);
        running.add(started);
        return started;
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        for (ServiceProcess process : running) {
            process.goOn();
            process.close();
        }
        wayToTheDatabase.close();
    }

    @Test
    void whenAWorkerIsKilledAnotherGoesOnFromItsCheckpointToTheSameBits() throws Exception {
        ServiceProcess killed = service("worker");
        String job = submit("killed");
        long checkpoint = awaitCheckpoint(job);
        service("worker");

        killed.kill();
        Duration took = takenOver(job, 1);

        assertThat(took).isLessThan(Duration.ofSeconds(20));
        assertThat(job(job).get("startStep").asLong()).isGreaterThanOrEqualTo(checkpoint);
        String weights = weights("killed", await(job, "SUCCEEDED"));
        assertThat(weights).isEqualTo(weights("undisturbed", await(submit("undisturbed"), "SUCCEEDED")));
        System.out.println("taken over after " + took.toMillis() + " ms, from step " + job(job).get("startStep"));
    }

    @Test
    void aWorkerThatWasTakenForDeadAndComesBackPublishesNothing() throws Exception {
        ServiceProcess paused = service("worker");
        String job = submit("paused");
        awaitCheckpoint(job);
        service("worker");

        paused.pause();
        Duration took = takenOver(job, 1);
        await(job, "SUCCEEDED");
        String losses = losses(job);
        paused.goOn();
        String next = submit("next");
        await(next, "SUCCEEDED");

        assertThat(took).isLessThan(Duration.ofSeconds(20));
        assertThat(json(first, "/v1/models/paused/versions").get("items")).hasSize(1);
        assertThat(losses(job)).isEqualTo(losses);
        System.out.println("taken over after " + took.toMillis() + " ms");
    }

    @Test
    void aWorkerThatIsToStopHandsItsJobBackWithACheckpoint() throws Exception {
        ServiceProcess stopped = service("worker");
        String job = submit("stopped");
        awaitProgress(job);
        long from = System.nanoTime();

        assertThat(stopped.stop(Duration.ofSeconds(20))).isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - from);

        JsonNode waiting = job(job);
        assertThat(waiting.get("status").stringValue()).isEqualTo("QUEUED");
        assertThat(waiting.get("checkpointStep").asLong()).isPositive();
        service("worker");
        await(job, "SUCCEEDED");
        assertThat(job(job).get("startStep").asLong())
                .isEqualTo(waiting.get("checkpointStep").asLong());
        System.out.println("stopped within " + took.toMillis() + " ms");
    }

    @Test
    void whileTheDatabaseIsAwayLoadedModelsAnswerAndTrainingsGoOn() throws Exception {
        service("worker");
        String before = samples(first);
        String job = submit("away");
        awaitProgress(job);

        wayToTheDatabase.begin();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int answers = 0;
        while (System.nanoTime() < until) {
            assertThat(samples(first)).isEqualTo(before);
            answers++;
        }
        EntityExchangeResult<byte[]> readiness = http(first).get("/actuator/health/readiness", Http.JSON);
        assertThat(readiness.getStatus().value()).isEqualTo(503);
        assertThat(Http.json(readiness).at("/components/db/status").stringValue())
                .isEqualTo("DOWN");
        assertThat(http(first).get(JOBS, Http.JSON).getStatus().value()).isEqualTo(503);
        wayToTheDatabase.end();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> http(first)
                                .get("/actuator/health/readiness", Http.JSON)
                                .getStatus()
                                .value()
                        == 200);
        await(job, "SUCCEEDED");
        assertThat(json(second, "/v1/models/away/versions").get("items")).hasSize(1);
        System.out.println(answers + " answers while the database was away");
    }

    @Test
    void whatOneChangesAllAnswerWithinTwoSeconds() throws Exception {
        service("worker");
        await(submit("changing"), "SUCCEEDED");
        alias(1);
        String old = version(second);
        await(submit("changing"), "SUCCEEDED");
        assertThat(version(second)).isEqualTo(old);

        alias(2);

        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> version(second), now -> !now.equals(old));
    }

    private void alias(int version) throws IOException {
        assertThat(http(first)
                        .put("/v1/models/changing/aliases/champion", "{\"version\": " + version + "}")
                        .getStatus()
                        .is2xxSuccessful())
                .isTrue();
    }

    private static String version(ServiceProcess service) throws IOException {
        EntityExchangeResult<byte[]> answer =
                http(service).get("/v1/models/changing/samples?version=champion&count=1&seed=1", Http.JSON);
        return answer.getStatus().value() + " " + answer.getResponseHeaders().getETag();
    }

    private static Http http(ServiceProcess service) throws IOException {
        return new Http(service.client());
    }

    private static JsonNode json(ServiceProcess service, String uri) throws IOException {
        return Http.json(http(service).get(uri, Http.JSON));
    }

    private static String samples(ServiceProcess service) throws IOException {
        EntityExchangeResult<byte[]> answer =
                http(service).get("/v1/models/mnist-vae/samples?count=1&seed=7", Http.PNG);
        assertThat(answer.getStatus().value()).isEqualTo(200);
        return answer.getResponseHeaders().getETag();
    }

    private String submit(String model) throws IOException {
        String body = "{\"family\": \"vae\", \"dataset\": \"ring\", \"model\": \"" + model + "\", \"steps\": " + STEPS
                + ", \"seed\": 7}";
        return Http.json(http(first).post(JOBS, Http.JSON, body.getBytes(StandardCharsets.UTF_8), Http.JSON))
                .get("id")
                .stringValue();
    }

    /** Through the other one than it was submitted through. */
    private JsonNode job(String id) throws IOException {
        return json(second, JOBS + "/" + id);
    }

    private JsonNode await(String job, String status) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> job(job),
                        asked -> asked.get("status").stringValue().equals(status));
    }

    private void awaitProgress(String job) {
        Awaitility.await().atMost(PATIENCE).until(() -> job(job).get("progress").isObject());
    }

    private long awaitCheckpoint(String job) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> job(job).path("checkpointStep").asLong(0), step -> step > 0);
    }

    /** How long it takes until the attempt after this one has started. */
    private Duration takenOver(String job, int attempt) {
        long from = System.nanoTime();
        Awaitility.await().atMost(PATIENCE).until(() -> job(job).get("attempts").asInt() > attempt);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private String losses(String job) throws IOException {
        return new String(
                http(first).get(JOBS + "/" + job + "/metrics", "text/csv").getResponseBody(), StandardCharsets.UTF_8);
    }

    private String weights(String model, JsonNode job) throws IOException {
        JsonNode version = json(
                first,
                "/v1/models/" + model + "/versions/" + job.get("modelVersion").asInt());
        StringBuilder digests = new StringBuilder();
        version.get("artifacts").forEach(artifact -> {
            if (artifact.get("name").stringValue().endsWith(".safetensors")) {
                digests.append(artifact.get("sha256").stringValue()).append('\n');
            }
        });
        assertThat(digests).isNotEmpty();
        return digests.toString();
    }
}
