package dev.latent.platform;

import static dev.latent.Http.JSON;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latent.Http;
import dev.latent.ServiceTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class InfoTests {
    @Autowired
    RestTestClient client;

    @Test
    void theServiceTellsItsVersionAndTheTimeOfItsBuild() {
        JsonNode build = json(new Http(client).get("/actuator/info", JSON)).at("/build");

        assertThat(build.at("/name").stringValue()).isEqualTo("Latent Server");
        assertThat(build.at("/version").stringValue()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(Instant.parse(build.at("/time").stringValue())).isBefore(Instant.now());
    }

    @Test
    void builtFromACheckoutItTellsTheCommitWhoseTimeIsThatOfTheBuild() {
        assumeTrue(Files.exists(Path.of(".git/HEAD")), "not built from a checkout");

        JsonNode info = json(new Http(client).get("/actuator/info", JSON));

        assertThat(info.at("/git/commit/id").stringValue()).matches("[0-9a-f]{7,40}");
        assertThat(info.at("/git/commit/time")).isEqualTo(info.at("/build/time"));
    }
}
