package dev.latent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.VersionFinding;
import dev.latent.registry.VersionFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class QualityErrorTests {
    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @Autowired
    VersionFindings findings;

    @Test
    void aVersionThatNobodyAskedToMeasureSaysHowToAsk(@TempDir Path folder) throws IOException {
        publish(folder);

        EntityExchangeResult<byte[]> answer =
                new Http(client).get("/v1/models/unmeasured/versions/latest/quality", Http.JSON);

        assertThat(answer.getStatus().value()).isEqualTo(404);
        assertThat(Http.json(answer).get("detail").stringValue()).contains("POST here asks for it");
    }

    @Test
    void aCardThatIsNoneHasNoPage(@TempDir Path folder) throws IOException {
        registry.publish("brought", PointModels.write(folder.resolve("version"), "4567"), null);
        findings.keep(registry.find("brought", "1"), Map.of(VersionFinding.QUALITY_CARD, "{}".getBytes()));

        EntityExchangeResult<byte[]> answer = new Http(client).get("/v1/models/brought/versions/1/quality", Http.PNG);

        assertThat(answer.getStatus().value()).isEqualTo(404);
        assertThat(Http.json(answer).get("detail").stringValue()).contains("can't be drawn", "POST here");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"n\": 99},       422, #/n",
        "{\"n\": 1000000},  422, #/n",
        "{\"n\": \"many\"}, 422, #/n",
        "{\"m\": 5},        422, #/m",
        "{\"n\":,           400, #"
    })
    void aBadRequestNamesTheField(String body, int status, String pointer, @TempDir Path folder) throws IOException {
        publish(folder);

        EntityExchangeResult<byte[]> answer = new Http(client)
                .post("/v1/models/unmeasured/versions/1/quality", Http.JSON, body.getBytes(), Http.JSON);

        JsonNode problem = Http.json(answer);
        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(problem.at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource({"/v1/models/nobody/versions/1/quality, 404", "/v1/models/unmeasured/versions/77/quality, 404"})
    void whatIsNotThereHasNoCard(String uri, int status, @TempDir Path folder) throws IOException {
        publish(folder);

        assertThat(new Http(client).get(uri, Http.PNG).getStatus().value()).isEqualTo(status);
    }

    @Test
    void aCardIsNoText(@TempDir Path folder) throws IOException {
        publish(folder);

        assertThat(new Http(client)
                        .get("/v1/models/unmeasured/versions/1/quality", "text/plain")
                        .getStatus()
                        .value())
                .isEqualTo(406);
    }

    private void publish(Path folder) throws IOException {
        if (registry.family("unmeasured").isEmpty()) {
            registry.publish("unmeasured", PointModels.write(folder.resolve("version"), "0123"), null);
        }
    }
}
