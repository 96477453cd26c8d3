package dev.latent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.registry.ModelRegistry;
import dev.latent.storage.s3.S3Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two services with homes of their own, one database and one bucket. */
class SharedBucketTests {
    private static final String DATABASE = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private static final Map<String, String> BUCKET = S3Server.shared().newBucketAsSettings();

    private static ConfigurableApplicationContext first;
    private static ConfigurableApplicationContext second;

    @BeforeAll
    static void start(@TempDir Path homes) {
        first = service(homes.resolve("first"));
        second = service(homes.resolve("second"));
    }

    private static ConfigurableApplicationContext service(Path home) {
        List<String> settings = new ArrayList<>(List.of(
                "--latent.home=" + home,
                "--server.port=0",
                "--latent.evaluation.automatic=false",
                "--spring.datasource.url=" + DATABASE));
        BUCKET.forEach((name, value) -> settings.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(LatentServer.class).run(settings.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    private static Http http(ConfigurableApplicationContext service) {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return new Http(RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build());
    }

    private static byte[] read(ConfigurableApplicationContext service, String uri) {
        EntityExchangeResult<byte[]> answer = http(service).get(uri, "*/*");
        assertThat(answer.getStatus().value()).as(uri).isEqualTo(200);
        return answer.getResponseBody();
    }

    private static JsonNode json(ConfigurableApplicationContext service, String uri) {
        return JsonMapper.shared().readTree(read(service, uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"samples?count=3&seed=7", "versions/1/artifacts/model.json", "versions/1/export"})
    void aVersionThatOnePublishesIsReadThroughTheOtherToTheByte(String what) throws IOException {
        if (!first.getBean(ModelRegistry.class).family("shared").isPresent()) {
            TestModels.publish(first.getBean(ModelRegistry.class), "shared", "vae", TestModels.POINT);
        }

        assertThat(read(second, "/v1/models/shared/" + what)).isEqualTo(read(first, "/v1/models/shared/" + what));
    }

    @Test
    void aVersionThatOneDeletesIsGoneForTheOther() throws IOException {
        TestModels.publish(second.getBean(ModelRegistry.class), "gone", "vae", TestModels.POINT);
        read(first, "/v1/models/gone/samples?count=1");

        http(second).delete("/v1/models/gone/versions/1");

        Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .until(() -> http(first)
                                .get("/v1/models/gone/samples?count=1", Http.JSON)
                                .getStatus()
                                .value()
                        == 404);
    }

    @Test
    void aDatasetThatOneTookIsReadAndTrainedOnThroughTheOther() {
        upload(first, "lines", "x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n7,14\n8,16\n9,18\n10,20\n");
        assertThat(read(second, "/v1/datasets/lines/samples?split=train&count=2"))
                .isEqualTo(read(first, "/v1/datasets/lines/samples?split=train&count=2"));

        String job = "/v1/training-jobs/" + train(second, "lines");

        for (ConfigurableApplicationContext service : List.of(first, second)) {
            assertThat(json(service, job + "/metrics").at("/series/0/steps").size())
                    .isPositive();
            String preview = json(service, job + "/previews").at("/items/0/url").stringValue();
            assertThat(read(service, preview)).isNotEmpty();
            read(service, "/v1/models/lines/samples?count=2");
        }
    }

    private static String train(ConfigurableApplicationContext service, String dataset) {
        String body = "{\"family\": \"vae\", \"dataset\": \"" + dataset + "\", \"model\": \"" + dataset
                + "\", \"steps\": 5, \"seed\": 7}";
        String id = Http.json(http(service).post("/v1/training-jobs", Http.JSON, body.getBytes(), Http.JSON))
                .at("/id")
                .stringValue();
        JsonNode job = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Http.json(http(first).get("/v1/training-jobs/" + id, Http.JSON)),
                        asked -> asked.get("finishedAt").isString());
        assertThat(job.get("status").stringValue()).as(job.toString()).isEqualTo("SUCCEEDED");
        return id;
    }

    private static void upload(ConfigurableApplicationContext service, String name, String csv) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("name", name);
        form.add("file", new ByteArrayResource(csv.getBytes()) {
            @Override
            public String getFilename() {
                return name + ".csv";
            }
        });
        http(service)
                .client()
                .post()
                .uri("/v1/datasets")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange()
                .expectStatus()
                .isCreated();
    }
}
