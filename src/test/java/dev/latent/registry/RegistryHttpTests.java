package dev.latent.registry;

import static dev.latent.Http.JSON;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.home.LatentHome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

@ServiceTest
class RegistryHttpTests {
    private static final String ZIP = "application/zip";
    private static final String SMALL = "{\"architecture\": \"mlp\", \"hiddenUnits\": [4], \"latentDim\": 2}";

    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @Autowired
    LatentHome home;

    private final String name = "http-" + UUID.randomUUID();
    private final String model = "/v1/models/" + name;
    private Http http;

    @BeforeEach
    void publishTwoVersions() throws IOException {
        http = new Http(client);
        TestModels.publish(registry, name, "vae", TestModels.DIGIT, SMALL, 1);
        TestModels.publish(registry, name, "vae", TestModels.DIGIT, SMALL, 2);
    }

    @Test
    void aModelTellsItsFamilyOperationsLatestVersionAndAliases() {
        http.put(model + "/aliases/champion", "{\"version\": 1}");

        JsonNode body = json(http.get(model, JSON));

        assertThat(body.at("/family").stringValue()).isEqualTo("vae");
        assertThat(body.at("/latest").intValue()).isEqualTo(2);
        assertThat(body.at("/aliases/champion").intValue()).isEqualTo(1);
        assertThat(body.at("/operations").toString()).contains("\"generate\"", "\"anomaly-score\"");
    }

    @Test
    void modelsAreListedInPages() {
        JsonNode page = json(http.get("/v1/models?limit=1", JSON));
        assertThat(page.at("/items").size()).isEqualTo(1);

        int pages = 1;
        while (!page.at("/next").isNull() && pages < 500) {
            page = json(http.get("/v1/models?limit=1&cursor=" + page.at("/next").stringValue(), JSON));
            pages++;
        }
        assertThat(json(http.get("/v1/models?limit=200", JSON)).at("/items").size())
                .isEqualTo(pages);
    }

    @Test
    void versionsAreListedInPagesNewestFirst() {
        JsonNode first = json(http.get(model + "/versions?limit=1", JSON));
        JsonNode second = json(
                http.get(model + "/versions?limit=1&cursor=" + first.at("/next").stringValue(), JSON));

        assertThat(first.at("/items/0/version").intValue()).isEqualTo(2);
        assertThat(second.at("/items/0/version").intValue()).isEqualTo(1);
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void aVersionTellsWhatItIsAndWhatItIsMadeOf() {
        JsonNode version = json(http.get(model + "/versions/latest", JSON));

        assertThat(version.at("/model").stringValue()).isEqualTo(name);
        assertThat(version.at("/dataset/name").stringValue()).isEqualTo("digits");
        assertThat(version.at("/shape").toString()).isEqualTo("[1,28,28]");
        assertThat(version.at("/hyperparameters/latentDim").intValue()).isEqualTo(2);
        assertThat(version.at("/createdAt").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(version.at("/artifacts/0/sha256").stringValue()).hasSize(64);
    }

    @Test
    void artifactsAreServed() {
        byte[] description =
                http.get(model + "/versions/1/artifacts/model.json", JSON).getResponseBody();
        assertThat(new String(description)).contains("\"family\"");
        assertThat(http.get(model + "/versions/1/artifacts/none", JSON)
                        .getStatus()
                        .value())
                .isEqualTo(404);
        assertThat(http.get(model + "/versions/1/artifacts/version.json", JSON)
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void whatIsExportedCanBePublishedElsewhereAndExportedTheSame() {
        byte[] export =
                http.get(model + "/versions/1/export?format=latent", "*/*").getResponseBody();

        EntityExchangeResult<byte[]> published = http.post(model + "-copy/versions", ZIP, export, JSON);

        assertThat(published.getStatus().value()).isEqualTo(201);
        String location = String.valueOf(published.getResponseHeaders().getLocation());
        assertThat(location).isEqualTo(model + "-copy/versions/1");
        assertThat(http.get(location + "/export", "*/*").getResponseBody()).isEqualTo(export);
        assertThat(http.get(model + "-copy/samples?count=2&seed=3", Http.NPY).getResponseBody())
                .isEqualTo(http.get(model + "/samples?count=2&seed=3&version=1", Http.NPY)
                        .getResponseBody());
    }

    @Test
    void whatAnExportSaysOfItsQualityIsNotBelieved() throws IOException {
        byte[] export = http.get(model + "/versions/1/export", "*/*").getResponseBody();

        EntityExchangeResult<byte[]> published =
                http.post(model + "-praised/versions", ZIP, with(export, "quality.json", "{\"figures\": []}"), JSON);

        assertThat(published.getStatus().value()).isEqualTo(201);
        assertThat(folder(name + "-praised", 1))
                .isDirectoryContaining("glob:**/model.json")
                .isDirectoryNotContaining("glob:**/quality.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "null",
                "{\"threshold\": -1}",
                "{\"threshold\": \"NaN\"}",
                "[]",
                "{\"threshold\": 1, \"rows\": \"test\", \"scores\": []}",
                "{\"threshold\": 1, \"rows\": \"test\", \"scores\": [2]}",
                "{\"threshold\": 1, \"rows\": \"mine\", \"scores\": [1]}"
            })
    void anExportWithAThresholdThatIsNoneIsRefused(String threshold) throws IOException {
        byte[] export = http.get(model + "/versions/1/export", "*/*").getResponseBody();

        EntityExchangeResult<byte[]> answer =
                http.post(model + "-broken/versions", ZIP, with(export, "threshold.json", threshold), JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/detail").stringValue()).contains("threshold.json");
    }

    @Test
    void anUnknownExportFormatIsRefused() {
        EntityExchangeResult<byte[]> answer = http.get(model + "/versions/1/export?format=pickle", JSON);
        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo("format");
    }

    @Test
    void whatIsNoExportIsRefusedAndNothingIsPublished() throws IOException {
        String other = model + "-other/versions";
        assertThat(http.post(other, ZIP, "no zip".getBytes(), JSON).getStatus().value())
                .isEqualTo(400);
        assertThat(http.post(other, ZIP, zip("model.json", "{}"), JSON)
                        .getStatus()
                        .value())
                .isEqualTo(400);
        assertThat(http.post(other, ZIP, zip("readme.txt", "hello"), JSON)
                        .getStatus()
                        .value())
                .isEqualTo(400);
        assertThat(http.post(other, "text/plain", "hello".getBytes(), JSON)
                        .getStatus()
                        .value())
                .isEqualTo(415);
        assertThat(http.get(model + "-other", JSON).getStatus().value()).isEqualTo(404);
    }

    @Test
    void anExportWhoseNetworksAreLargerThanItsFilesIsRefused() throws IOException {
        String huge = new String(http.get(model + "/versions/1/artifacts/model.json", JSON)
                        .getResponseBody())
                .replaceAll("\"hiddenUnits\"\\s*:\\s*\\[\\s*4\\s*]", "\"hiddenUnits\": [8192, 8192, 8192]");

        EntityExchangeResult<byte[]> answer = http.post(model + "-huge/versions", ZIP, zip("model.json", huge), JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/detail").stringValue()).contains("more weights than their files hold");
    }

    @Test
    void anExportThatClaimsWhatItsFamilyCanNotDoIsRefused() throws IOException {
        String boasting = new String(http.get(model + "/versions/1/artifacts/model.json", JSON)
                        .getResponseBody())
                .replace("\"generate\"", "\"generate\", \"translate\"");

        EntityExchangeResult<byte[]> answer =
                http.post(model + "-boasting/versions", ZIP, zip("model.json", boasting), JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/detail").stringValue()).contains("operations that its family has not");
    }

    @Test
    void anExportOfAnotherFamilyIsRefused() throws IOException {
        TestModels.publish(registry, name + "-cgan", "cgan", TestModels.DIGIT, "{}", 1);
        byte[] export = http.get(model + "-cgan/versions/1/export", "*/*").getResponseBody();

        EntityExchangeResult<byte[]> answer = http.post(model + "/versions", ZIP, export, JSON);

        assertThat(answer.getStatus().value()).isEqualTo(409);
        assertThat(json(answer).at("/detail").stringValue()).contains("'vae'");
    }

    @Test
    void anAliasIsSetReadMovedAndDeleted() {
        assertThat(http.put(model + "/aliases/champion", "{\"version\": 1}")
                        .getStatus()
                        .value())
                .isEqualTo(200);
        assertThat(http.put(model + "/aliases/champion", "{\"version\": 2}")
                        .getStatus()
                        .value())
                .isEqualTo(200);
        assertThat(json(http.get(model + "/aliases/champion", JSON))
                        .at("/version")
                        .intValue())
                .isEqualTo(2);
        assertThat(json(http.get(model + "/versions/champion", JSON))
                        .at("/version")
                        .intValue())
                .isEqualTo(2);
        assertThat(http.delete(model + "/aliases/champion").getStatus().value()).isEqualTo(204);
        assertThat(http.get(model + "/aliases/champion", JSON).getStatus().value())
                .isEqualTo(404);
    }

    @Test
    void anAliasForAVersionThatIsNotThereIsRefused() {
        EntityExchangeResult<byte[]> answer = http.put(model + "/aliases/champion", "{\"version\": 9}");
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo("#/version");
    }

    @Test
    void latestAndNumbersAreNoAliases() {
        assertThat(http.put(model + "/aliases/latest", "{\"version\": 1}")
                        .getStatus()
                        .value())
                .isEqualTo(400);
        assertThat(http.put(model + "/aliases/7", "{\"version\": 1}")
                        .getStatus()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void aDeletedVersionIsGoneAndItsNumberStaysFree() throws IOException {
        assertThat(http.delete(model + "/versions/2").getStatus().value()).isEqualTo(204);
        assertThat(http.get(model + "/versions/2", JSON).getStatus().value()).isEqualTo(404);
        assertThat(TestModels.publish(registry, name, "vae", TestModels.DIGIT, SMALL, 3)
                        .version())
                .isEqualTo(3);
    }

    @Test
    void whatAnAliasStandsForIsDeletedOnlyByForce() {
        http.put(model + "/aliases/champion", "{\"version\": 1}");

        EntityExchangeResult<byte[]> refused = http.delete(model + "/versions/1");
        assertThat(refused.getStatus().value()).isEqualTo(409);
        assertThat(json(refused).at("/detail").stringValue()).contains("'champion'", "?force=true");
        assertThat(http.delete(model + "/versions/champion").getStatus().value())
                .isEqualTo(409);
        assertThat(http.delete(model).getStatus().value()).isEqualTo(409);

        assertThat(http.delete(model + "/versions/1?force=true").getStatus().value())
                .isEqualTo(204);
        assertThat(http.get(model + "/aliases/champion", JSON).getStatus().value())
                .isEqualTo(404);
        assertThat(http.delete(model).getStatus().value()).isEqualTo(204);
    }

    @Test
    void aDeletedModelIsGone() {
        assertThat(http.delete(model).getStatus().value()).isEqualTo(204);
        assertThat(http.get(model, JSON).getStatus().value()).isEqualTo(404);
        assertThat(http.delete(model).getStatus().value()).isEqualTo(404);
    }

    @Test
    void theRegistryIsComparedWithItsFoldersOnDemand() throws IOException {
        Path copy = folder(name, 1).resolveSibling("7");
        FileSystemUtils.copyRecursively(folder(name, 1), copy);
        Files.delete(copy.resolve("version.json"));

        JsonNode found = json(http.post("/actuator/registry", JSON, new byte[0], JSON));

        assertThat(found.at("/found").toString()).contains("version 7 of model '" + name + "'");
        assertThat(json(http.get(model, JSON)).at("/latest").intValue()).isEqualTo(7);
    }

    /** A version's folder in the home. */
    private Path folder(String model, int version) {
        return home.resolve("models").resolve(model).resolve(String.valueOf(version));
    }

    /** The archive with one more file. */
    private static byte[] with(byte[] archive, String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes());
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes());
        }
        return bytes.toByteArray();
    }
}
