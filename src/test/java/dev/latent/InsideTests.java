package dev.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Whatever goes wrong, no answer names a path of the machine or a class of the program. */
@ServiceTest
class InsideTests {
    private static final String SMALL = "{\"architecture\": \"mlp\", \"hiddenUnits\": [4], \"latentDim\": 2}";
    private static final Pattern INSIDE = Pattern.compile(
            "(?:java|javax|jakarta|dev\\.latent|tools\\.jackson|org\\.springframework)\\.|Exception|\\[Source|StreamRead|JsonToken|`");

    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @Value("${latent.home}")
    String home;

    private final String name = "inside-" + UUID.randomUUID();
    private final String model = "/v1/models/" + name;
    private Http http;
    private ModelVersion version;

    @BeforeEach
    void publish() throws IOException {
        http = new Http(client);
        version = TestModels.publish(registry, name, "vae", TestModels.POINT, SMALL, 1);
    }

    @Test
    void anImportWithoutADescriptionNamesTheMissingFile() throws IOException {
        String answer = refused(importing(zip("readme.txt", "hello")), 400);
        assertThat(answer).contains("the version in it can't be used: model.json is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "3",
                "{\"formatVersion\": \"x\"}",
                "{\"formatVersion\": 2}",
                "{\"formatVersion\": 2, \"family\": 1, \"shape\": [\"a\"]}",
                "{\"formatVersion\": 2, \"family\": \"vae\", \"operations\": [\"fly\"]}",
                "{\"formatVersion\": 2, \"createdAt\": \"yesterday\"}",
            })
    void anImportWithADescriptionThatIsNone(String description) throws IOException {
        refused(importing(zip("model.json", description)), 400);
    }

    @Test
    void anImportWithoutWeightsOrWithBrokenOnes() throws IOException {
        String description = new String(
                http.get(model + "/versions/1/artifacts/model.json", Http.JSON).getResponseBody());
        String missing = refused(importing(zip("model.json", description)), 400);
        assertThat(missing).contains("more weights than their files hold");

        byte[] broken = zip(
                "model.json",
                description,
                "decoder.safetensors",
                "x".repeat(5000),
                "encoder.safetensors",
                "y".repeat(9000));
        refused(importing(broken), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "{\"version\": \"x\"}",
                "{\"version\": []}",
                "{\"version\": null}",
                "{\"version\": 99999999999999}",
                "{\"version\": 1.5}",
                "{\"version\": 1, \"other\": 2}",
            })
    void anAliasThatIsNone(String body) {
        refused(http.put(model + "/aliases/champion", body), 400, 422);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyThatIsNone(String operation, String type, String body) {
        refused(
                http.post(model + "/" + operation, type, body.getBytes(StandardCharsets.UTF_8), Http.JSON),
                400,
                415,
                422);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("decode", Http.JSON, "{\"values\": \"x\"}"),
                arguments("decode", Http.JSON, "{\"values\": [[1, \"x\"]]}"),
                arguments("decode", Http.JSON, "{\"values\": [[1, 2]"),
                arguments("decode", Http.JSON, "["),
                arguments("encode", Http.JSON, "{\"shape\": \"x\", \"values\": []}"),
                arguments("encode", Http.JSON, "{\"shape\": [2], \"values\": [[1, null]]}"),
                arguments("encode", Http.JSON, "{\"values\": [[1e999, 2]]}"),
                arguments("encode", "text/csv", "a,b\n1,\"2\"x"),
                arguments("encode", "text/csv", "a,b\n1,zwei"),
                arguments("encode", Http.NPY, "no npy"),
                arguments("encode", Http.PNG, "no png"),
                arguments("nll?k=x", Http.JSON, "{\"values\": [[1, 2]]}"));
    }

    @Test
    void jsonThatIsTooDeepOrHasTooLongANumber() {
        for (String body : List.of("{\"values\": " + "[".repeat(5000), "{\"values\": [[" + "1".repeat(5000) + "]]}")) {
            refused(
                    http.post(model + "/encode", Http.JSON, body.getBytes(StandardCharsets.UTF_8), Http.JSON),
                    400,
                    422);
            refused(
                    http.post("/v1/training-jobs", Http.JSON, body.getBytes(StandardCharsets.UTF_8), Http.JSON),
                    400,
                    422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"family\": 3}",
                "{\"family\": \"vae\", \"dataset\": \"digits\", \"model\": \"x\", \"hyperparameters\": []}",
                "{\"family\": \"vae\", \"dataset\": \"digits\", \"model\": \"x\", \"hyperparameters\": {\"hiddenUnits\": [\"x\"], \"architecture\": \"y\", \"adamBeta1\": {}}}",
                "{\"family\": \"denoising-autoencoder\", \"dataset\": \"digits\", \"model\": \"x\", \"hyperparameters\": {\"corruptions\": [{\"kind\": \"fog\"}]}}",
                "{\"family\": \"vae\", \"dataset\": \"digits\", \"model\": \"x\", \"from\": {\"model\": [], \"version\": {}}}",
            })
    void aTrainingJobThatIsNone(String body) {
        refused(http.post("/v1/training-jobs", Http.JSON, body.getBytes(StandardCharsets.UTF_8), Http.JSON), 400, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.zip",
                "x.png",
                "x.jpg",
                "x.csv",
                "x.npy",
                "x.npz",
                "train-images-idx3-ubyte.gz",
                "x.parquet",
                "x.tiff",
                "x"
            })
    void aFileThatIsNone(String file) {
        for (String content : List.of(
                "", "a,\"b\"c\n1,2\n", "PK\u0003\u0004broken", "\u0089PNG\r\n\u001a\nbroken", "\u001f\u008bbroken")) {
            refused(upload(file, content.getBytes(StandardCharsets.ISO_8859_1)), 400, 413, 415, 422);
        }
    }

    @Test
    void aVersionWhoseFilesAreGoneOrDamaged() throws IOException {
        Path folder = Path.of(home, "models", name, "1");
        Files.writeString(folder.resolve("decoder.safetensors"), "damaged");
        refused(http.get(model + "/samples?seed=1", Http.JSON), 409);
        Files.delete(folder.resolve("decoder.safetensors"));
        refused(http.get(model + "/samples?seed=2", Http.JSON), 409);
        refused(http.get(model + "/versions/1/artifacts/decoder.safetensors", "*/*"), 404, 409);
        refused(http.get(model + "/versions/1/export", "*/*"), 409);
    }

    private EntityExchangeResult<byte[]> importing(byte[] zip) {
        return http.post(model + "-copy/versions", "application/zip", zip, Http.JSON);
    }

    private EntityExchangeResult<byte[]> upload(String file, byte[] content) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("name", "inside");
        form.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return file;
            }
        });
        return client.post()
                .uri("/v1/datasets")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private String refused(EntityExchangeResult<byte[]> answer, Integer... statuses) {
        String body = new String(answer.getResponseBody(), StandardCharsets.UTF_8);
        assertThat(answer.getStatus().value()).as(body).isIn(Arrays.asList(statuses));
        assertThat(body).doesNotContainPattern(INSIDE).doesNotContain(home, System.getProperty("java.io.tmpdir"));
        assertThat(Http.json(answer).at("/detail").stringValue()).isNotBlank();
        return body;
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
