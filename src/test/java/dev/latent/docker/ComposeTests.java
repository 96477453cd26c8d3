package dev.latent.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latent.family.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Each profile comes up whole: {@code docker compose up --wait} ends once all of its services are healthy. */
@Tag("containers")
class ComposeTests {
    @BeforeAll
    static void build() {
        Docker.requireEngine();
        Docker.buildService();
    }

    @Test
    void withoutAProfileThereIsOneServiceThatAnswers() {
        try (Compose compose = new Compose()) {
            assertThat(compose.call(List.of("config", "--services"))).isEqualTo("latent");
            compose.up("single");

            JsonNode models = get(compose.address("latent", 1, 8080), "/v1/models");
            assertThat(models.toString()).contains("mnist-cgan");
        }
    }

    @Test
    void prometheusAsksTheServiceAndKnowsItsAlerts() {
        try (Compose compose = new Compose().with("prometheus")) {
            compose.up("observe", "latent", "prometheus");
            URI prometheus = compose.address("prometheus", 1, 9090);

            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isUp(prometheus));
            assertThat(get(prometheus, "/api/v1/rules").findValuesAsString("health"))
                    .hasSizeGreaterThan(5)
                    .containsOnly("ok");
        }
    }

    @Test
    void grafanaShowsTheDashboard() {
        String image = Compose.image("grafana");
        assumeTrue(Docker.isHere(image), "skipped: " + image + " is neither here nor to be pulled");
        try (Compose compose = new Compose().with("prometheus")) {
            compose.up("observe");
            URI grafana = compose.address("grafana", 1, 3000);

            assertThat(get(grafana, "/api/dashboards/uid/latent-server")
                            .at("/dashboard/title")
                            .stringValue())
                    .isEqualTo("Latent Server");
        }
    }

    private static boolean isUp(URI prometheus) {
        return get(prometheus, "/api/v1/query?query=up")
                .at("/data/result/0/value/1")
                .asString("")
                .equals("1");
    }

    private static JsonNode get(URI server, String path) {
        byte[] answer = RestTestClient.bindToServer()
                .baseUrl(server.toString())
                .build()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Json.MAPPER.readTree(answer);
    }
}
