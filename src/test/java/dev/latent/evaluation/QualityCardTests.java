package dev.latent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.dataset.Datasets;
import dev.latent.registry.ModelRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Versions are measured in a real child process. */
@ServiceTest
@TestPropertySource(properties = "latent.evaluation.automatic=true")
class QualityCardTests {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @Autowired
    Datasets datasets;

    @Autowired
    EvaluationRows rows;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    @Test
    void aVersionThatIsPublishedGetsItsCard() throws IOException {
        publish("measured", moons());

        JsonNode card = Http.json(awaitCard("measured", Http.JSON));

        assertThat(card.get("family").stringValue()).isEqualTo("vae");
        assertThat(card.at("/datasets/0/name").stringValue()).isEqualTo("moons");
        assertThat(card.get("notMeasured").findValuesAsString("measure")).containsExactly("Anomaly");
        assertThat(card.get("figures").findValuesAsString("name"))
                .contains("reconstructionMse", "negativeLogLikelihood", "frechetDistance", "memorisationRatio");
        assertThat(card.get("figures")).allSatisfy(figure -> {
            assertThat(figure.get("n").intValue()).isPositive();
            assertThat(figure.get("method").stringValue()).isNotBlank();
        });
    }

    @Test
    void theCardIsAPageAsWell() throws IOException {
        publish("drawn", moons());

        byte[] page = awaitCard("drawn", Http.PNG).getResponseBody();

        assertThat(ImageIO.read(new ByteArrayInputStream(page)).getWidth()).isGreaterThan(800);
    }

    @Test
    void aCardCanBeAskedForAgainWithAnotherN() throws IOException {
        publish("again", moons());
        awaitCard("again", Http.JSON);

        EntityExchangeResult<byte[]> asked = post("again", "{\"n\": 200}");

        assertThat(asked.getStatus().value()).isEqualTo(202);
        assertThat(asked.getResponseHeaders().getLocation()).hasToString("/v1/models/again/versions/1/quality");
        await().atMost(PATIENCE)
                .until(() -> Http.json(get("again", Http.JSON)).get("n").intValue() == 200);
    }

    @Test
    void whileAVersionIsNotMeasuredTheAnswerSaysWhatIsGoingOn() throws IOException {
        publish("waiting", moons());

        String detail = Http.json(get("waiting", Http.JSON)).get("detail").stringValue();

        assertThat(detail).matches("version 1 of model 'waiting' (waits to be|is being) measured; ask again.*");
        awaitCard("waiting", Http.JSON);
    }

    @Test
    void aVersionWhoseDataAreNotHereSaysSo() throws IOException {
        publish("foreign", "0123");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Http.json(get("foreign", Http.JSON))
                                .get("detail")
                                .stringValue())
                        .contains("could not be measured: the dataset 'moons' that it was trained on is not here"));
    }

    @Test
    void aPublishingThatIsTakenBackTakesItsEvaluationWithIt() throws IOException {
        Path version = PointModels.write(folder.resolve("taken-back"), moons());

        transaction.executeWithoutResult(status -> {
            registry.publish("taken-back", version, null);
            assertThat(rows.find("taken-back", 1)).isPresent();
            status.setRollbackOnly();
        });

        assertThat(rows.find("taken-back", 1)).isEmpty();
    }

    @Test
    void aVersionThatIsDeletedIsNotMeasuredAnyMore() throws IOException {
        publish("deleted", "0123");
        registry.delete("deleted", 1, false);

        assertThat(rows.find("deleted", 1)).isEmpty();
    }

    private String moons() {
        return datasets.find("moons").orElseThrow().digest();
    }

    private void publish(String model, String datasetDigest) throws IOException {
        registry.publish(model, PointModels.write(folder.resolve(model), datasetDigest), null);
    }

    private EntityExchangeResult<byte[]> get(String model, String accept) {
        return new Http(client).get("/v1/models/" + model + "/versions/1/quality", accept);
    }

    private EntityExchangeResult<byte[]> post(String model, String body) {
        return new Http(client)
                .post("/v1/models/" + model + "/versions/1/quality", Http.JSON, body.getBytes(), Http.JSON);
    }

    private EntityExchangeResult<byte[]> awaitCard(String model, String accept) {
        return await().atMost(PATIENCE)
                .until(() -> get(model, accept), it -> it.getStatus().value() == 200);
    }
}
