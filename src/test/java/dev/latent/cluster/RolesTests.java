package dev.latent.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.LatentServer;
import dev.latent.TestDatabase;
import dev.latent.storage.s3.S3Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** One that answers and one that works, on one PostgreSQL and one bucket; the clock of one is a minute ahead, the other's behind. */
class RolesTests {
    private static final String JOBS = "/v1/training-jobs";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path homes;

    private static ConfigurableApplicationContext api;
    private static ConfigurableApplicationContext worker;

    @BeforeAll
    static void start() {
        Map<String, Object> shared = new HashMap<>(TestDatabase.POSTGRESQL.settings());
        shared.putAll(S3Server.shared().newBucketAsSettings());
        api = service("api", Duration.ofSeconds(60), shared);
        worker = service("worker", Duration.ofSeconds(-60), shared);
    }

    private static ConfigurableApplicationContext service(String role, Duration wrong, Map<String, Object> shared) {
        List<String> settings = new ArrayList<>(List.of(
                "--latent.home=" + homes.resolve(role),
                "--latent.role=" + role,
                "--server.port=0",
                "--latent.evaluation.automatic=false"));
        shared.forEach((name, value) -> settings.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(LatentServer.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                "wrongClock",
                                MachineTime.class,
                                () -> () -> Instant.now().plus(wrong),
                                bean -> bean.setPrimary(true)))
                .run(settings.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        for (ConfigurableApplicationContext service : new ConfigurableApplicationContext[] {worker, api}) {
            if (service != null) {
                service.close();
            }
        }
    }

    private static Http http(ConfigurableApplicationContext service) {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return new Http(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build());
    }

    private static JsonNode json(String uri) {
        return Http.json(http(api).get(uri, Http.JSON));
    }

    private static String submit(String model, int steps) {
        String body = "{\"family\": \"vae\", \"dataset\": \"ring\", \"model\": \"" + model + "\", \"steps\": " + steps
                + ", \"seed\": 7}";
        return Http.json(http(api).post(JOBS, Http.JSON, body.getBytes(StandardCharsets.UTF_8), Http.JSON))
                .get("id")
                .stringValue();
    }

    private static JsonNode await(String job, String status) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> json(JOBS + "/" + job),
                        asked -> asked.get("status").stringValue().equals(status));
    }

    @Test
    void whatTheOneTakesTheOtherTrains() {
        Instant before = Instant.now();
        String id = submit("shared", 20);

        JsonNode job = await(id, "SUCCEEDED");

        assertThat(Instant.parse(job.get("createdAt").stringValue()))
                .as("the time is the database's, not that of a machine")
                .isBetween(before.minusSeconds(5), Instant.now().plusSeconds(5));
        assertThat(Duration.between(
                        Instant.parse(job.get("createdAt").stringValue()),
                        Instant.parse(job.get("startedAt").stringValue())))
                .as("nobody waits for a clock that is behind")
                .isLessThan(Duration.ofSeconds(30));
        assertThat(homes.resolve("api").resolve("work")).doesNotExist();
        String events = new String(
                http(api).get(JOBS + "/" + id + "/events", "text/event-stream").getResponseBody(),
                StandardCharsets.UTF_8);
        assertThat(events).contains("QUEUED", "RUNNING", "event:preview", "SUCCEEDED");
        assertThat(json(JOBS + "/" + id + "/metrics").at("/series/0/steps").size())
                .isPositive();
        assertThat(http(api)
                        .get("/v1/models/shared/samples?count=3&seed=7", Http.JSON)
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void whatIsCancelledThroughTheOneEndsAtTheOtherWithinTwoSeconds() {
        String id = submit("cancelled", 5_000_000);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> json(JOBS + "/" + id).get("progress").isObject());
        long from = System.nanoTime();

        JsonNode cancelled = Http.json(http(api).post(JOBS + "/" + id + "/cancel", Http.JSON, new byte[0], Http.JSON));

        assertThat(cancelled.get("status").stringValue()).isEqualTo("CANCELLED");
        assertThat(homes.resolve("worker").resolve("work"))
                .satisfies(work -> Awaitility.await()
                        .atMost(Duration.ofSeconds(5))
                        .untilAsserted(() -> assertThat(work).isEmptyDirectory()));
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/models", "/v1/training-jobs", "/openapi.json", "/v1/nowhere"})
    void aWorkerAnswersForItselfAlone(String uri) {
        var answer = http(worker).get(uri, "*/*");

        assertThat(answer.getStatus().value()).isEqualTo(404);
        assertThat(Http.json(answer).get("detail").stringValue())
                .contains("This process is a worker", "/actuator/health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/readiness", "/actuator/info", "/actuator/prometheus"})
    void aWorkerTellsHowItIs(String uri) {
        assertThat(http(worker).get(uri, "*/*").getStatus().value()).isEqualTo(200);
    }

    /** No name can have it, and PostgreSQL takes none with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/models/%00", "/v1/training-jobs/%00", "/v1/training-jobs?model=%00", "/v1/datasets/%00"})
    void aCharacterThatPostgresDoesNotTakeIsARequestThatIsWrong(String uri) {
        assertThat(http(api)
                        .client()
                        .get()
                        .uri(java.net.URI.create(base(api) + uri))
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .isBetween(200, 499);
    }

    @Test
    void aNameOfThatKindInABodyIsWrongToo() {
        String body = "{\"family\": \"vae\", \"dataset\": \"a\\u0000b\", \"model\": \"m\"}";

        assertThat(http(api)
                        .post(JOBS, Http.JSON, body.getBytes(StandardCharsets.UTF_8), Http.JSON)
                        .getStatus()
                        .value())
                .isBetween(400, 422);
    }

    private static String base(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) service).getWebServer().getPort();
    }
}
