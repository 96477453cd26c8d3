package dev.latent.platform.document;

import static dev.latent.Http.JSON;
import static dev.latent.Http.NPY;
import static dev.latent.Http.PNG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Walks every operation of the running service, with what it answers 2xx to and with what it refuses, and holds each
 * answer against {@code /openapi.json}: status, media type, members.
 */
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeptInterfaceTests {
    private static final String ANY = "*/*";
    private static final String POINTS = "{\"values\": [[0.1, 0.2], [1, -1]]}";

    @Autowired
    RestTestClient client;

    private Http http;
    private Interface promised;
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final SentExamples sent = new SentExamples();
    private byte[] digit;
    private String job;

    @BeforeAll
    void start() {
        http = new Http(client);
        promised = new Interface(Http.json(http.get("/openapi.json", JSON)));
        digit = get("getDatasetSamples", "/v1/datasets/digits/samples?split=test&index=0&count=1", PNG)
                .getResponseBody();
    }

    @Test
    @Order(1)
    void everyOperationIsToldInWordsOfTheDomain() {
        promised.operations().forEach((id, promise) -> {
            assertThat(promise.operation().path("summary").asString()).as(id).isNotBlank();
            assertThat(promise.operation().path("description").asString())
                    .as(id)
                    .isNotBlank();
            promise.operation()
                    .path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .as(id + " " + parameter.path("name"))
                            .isNotBlank());
            assertThat(promise.operation().path("tags").toString()).as(id).doesNotContain("controller");
        });
    }

    @Test
    @Order(2)
    void familiesAndDatasets() {
        get("listFamilies", "/v1/families?limit=3", JSON);
        get("getFamily", "/v1/families/vae?dataset=ring", JSON);
        get("getFamily", "/v1/families/none", JSON);
        get("listFamilies", "/v1/families?limt=3", JSON);
        get("listDatasets", "/v1/datasets", JSON);
        get("listDatasets", "/v1/datasets?cursor=%20", JSON);
        get("getDataset", "/v1/datasets/ring", JSON);
        get("getDataset", "/v1/datasets/digits", JSON);
        get("getDataset", "/v1/datasets/none", JSON);
        for (String accept : List.of(JSON, NPY, PNG, "text/csv")) {
            get("getDatasetSamples", "/v1/datasets/ring/samples?split=test&index=0&count=2", accept);
        }
        get("getDatasetSamples", "/v1/datasets/ring/samples?split=none", JSON);
        upload("name=table", "a,label,b\n" + "1,x,2\n2,y,3\n4,x,5\n".repeat(30));
        get("getDataset", "/v1/datasets/table", JSON);
        get("getDatasetSamples", "/v1/datasets/table/samples?split=train&index=0&count=2", JSON);
        upload("name=table", "a\n1\n");
        upload("name=broken", "a,b\n1\n");
        upload("name=UPPER", "a\n1\n");
        delete("deleteDataset", "/v1/datasets/table");
        delete("deleteDataset", "/v1/datasets/table");
        delete("deleteDataset", "/v1/datasets/ring");
    }

    @Test
    @Order(3)
    void trainingJobs() throws InterruptedException {
        post("createTrainingJob", "/v1/training-jobs?dryRun=true", JSON, order("dry"), JSON);
        job = id(post("createTrainingJob", "/v1/training-jobs", JSON, order("kept"), JSON));
        get("streamTrainingEvents", "/v1/training-jobs/" + job + "/events", "text/event-stream");
        get("streamTrainingEvents", "/v1/training-jobs/none/events", "text/event-stream");
        post("createTrainingJob", "/v1/training-jobs", JSON, "{\"family\": \"none\"}", JSON);
        post("createTrainingJob", "/v1/training-jobs", JSON, "{", JSON);
        get("listTrainingJobs", "/v1/training-jobs", JSON);
        get("listTrainingJobs", "/v1/training-jobs?status=none", JSON);
        get("getTrainingJob", "/v1/training-jobs/" + job, JSON);
        get("getTrainingJob", "/v1/training-jobs/none", JSON);
        get("getTrainingMetrics", "/v1/training-jobs/" + job + "/metrics", JSON);
        get("getTrainingMetrics", "/v1/training-jobs/" + job + "/metrics", "text/csv");
        get("getTrainingMetrics", "/v1/training-jobs/none/metrics", JSON);
        String url = Http.json(get("listPreviews", "/v1/training-jobs/" + job + "/previews", JSON))
                .at("/items/0/url")
                .asString();
        get("listPreviews", "/v1/training-jobs/none/previews", JSON);
        get("getPreview", url, PNG);
        get("getPreview", "/v1/training-jobs/" + job + "/previews/9999", PNG);
        post("cancelTrainingJob", "/v1/training-jobs/" + job + "/cancel", null, null, JSON);
        post("resumeTrainingJob", "/v1/training-jobs/" + job + "/resume", null, null, JSON);
        String other = id(post("createTrainingJob", "/v1/training-jobs", JSON, longOrder("other"), JSON));
        delete("deleteTrainingJob", "/v1/training-jobs/" + other);
        post("cancelTrainingJob", "/v1/training-jobs/" + other + "/cancel", null, null, JSON);
        post("resumeTrainingJob", "/v1/training-jobs/" + other + "/resume", null, null, JSON);
        post("cancelTrainingJob", "/v1/training-jobs/" + other + "/cancel", null, null, JSON);
        delete("deleteTrainingJob", "/v1/training-jobs/" + other);
        delete("deleteTrainingJob", "/v1/training-jobs/" + other);
        train("{\"family\": \"denoising-autoencoder\", \"dataset\": \"ring\", \"model\": \"pull\", \"steps\": 5}");
        train("{\"family\": \"wgan\", \"dataset\": \"ring\", \"model\": \"critic\", \"steps\": 5}");
        train(
                "{\"family\": \"discogan\", \"datasetA\": \"gmm-5\", \"datasetB\": \"gmm-10\", \"model\": \"ab\", \"steps\": 5}");
    }

    @Test
    @Order(4)
    void modelsAndTheirVersions() {
        get("listModels", "/v1/models", JSON);
        get("listModels", "/v1/models?limit=0", JSON);
        get("getModel", "/v1/models/mnist-vae", JSON);
        get("getModel", "/v1/models/none", JSON);
        get("listVersions", "/v1/models/kept/versions", JSON);
        get("listVersions", "/v1/models/none/versions", JSON);
        get("getVersion", "/v1/models/kept/versions/1", JSON);
        get("getVersion", "/v1/models/mnist-cgan/versions/latest", JSON);
        get("getVersion", "/v1/models/kept/versions/9", JSON);
        get("downloadArtifact", "/v1/models/kept/versions/1/artifacts/model.json", ANY);
        get("downloadArtifact", "/v1/models/kept/versions/1/artifacts/samples.png", ANY);
        get("downloadArtifact", "/v1/models/kept/versions/1/artifacts/none", ANY);
        byte[] exported = get("exportVersion", "/v1/models/kept/versions/1/export?format=latent", ANY)
                .getResponseBody();
        get("exportVersion", "/v1/models/kept/versions/1/export?format=none", ANY);
        keep("importVersion", http.post("/v1/models/copied/versions", "application/zip", exported, JSON));
        keep("importVersion", http.post("/v1/models/copied/versions", "application/zip", exported, JSON));
        keep("importVersion", http.post("/v1/models/copied/versions", "application/zip", new byte[] {'P', 'K'}, JSON));
        keep("setAlias", http.put("/v1/models/copied/aliases/champion", "{\"version\": 1}"));
        keep("setAlias", http.put("/v1/models/copied/aliases/champion", "{\"version\": 7}"));
        get("getAlias", "/v1/models/copied/aliases/champion", JSON);
        get("getAlias", "/v1/models/copied/aliases/none", JSON);
        delete("deleteVersion", "/v1/models/copied/versions/1");
        delete("deleteAlias", "/v1/models/copied/aliases/champion");
        delete("deleteAlias", "/v1/models/copied/aliases/champion");
        delete("deleteVersion", "/v1/models/copied/versions/1");
        delete("deleteModel", "/v1/models/copied");
        delete("deleteModel", "/v1/models/none");
        get("getQuality", "/v1/models/mnist-vae/versions/1/quality", JSON);
        get("getQuality", "/v1/models/mnist-vae/versions/1/quality", PNG);
        get("getQuality", "/v1/models/kept/versions/1/quality", JSON);
        post("measureQuality", "/v1/models/kept/versions/1/quality", JSON, "{\"n\": 100}", JSON);
        post("measureQuality", "/v1/models/kept/versions/1/quality", JSON, "{\"n\": -1}", JSON);
    }

    @Test
    @Order(5)
    void whatModelsAnswer() {
        for (String accept : List.of(JSON, NPY, PNG)) {
            get("generateSamples", "/v1/models/mnist-cgan/samples?count=2&label=3&seed=7", accept);
        }
        get("generateSamples", "/v1/models/kept/samples?count=2&seed=7", "text/csv");
        get("generateSamples", "/v1/models/mnist-denoiser/samples", JSON);
        get("generateSamples", "/v1/models/mnist-cgan/samples?label=77", JSON);
        get("demonstrateDenoising", "/v1/models/mnist-denoiser/denoised?dataset=digits&count=2&seed=7", JSON);
        get("demonstrateDenoising", "/v1/models/mnist-denoiser/denoised?dataset=digits&count=2&seed=7", PNG);
        get("demonstrateDenoising", "/v1/models/mnist-denoiser/denoised?dataset=none", JSON);
        get("reconstructDataset", "/v1/models/mnist-vae/reconstructed?dataset=digits&count=2", JSON);
        get("reconstructDataset", "/v1/models/mnist-cgan/reconstructed?dataset=digits", JSON);
        get("translateDataset", "/v1/models/ab/translated?dataset=gmm-5&count=2&direction=a-to-b", JSON);
        get("translateDataset", "/v1/models/ab/translated?dataset=none", JSON);
        get("interpolate", "/v1/models/mnist-vae/interpolation?fromSeed=1&toSeed=2&steps=3", JSON);
        get("interpolate", "/v1/models/mnist-vae/interpolation?fromSeed=1", JSON);
        get("drawLatentGrid", "/v1/models/mnist-vae/latent-grid?steps=2", JSON);
        get("drawLatentGrid", "/v1/models/mnist-cgan/latent-grid", JSON);
        get("drawVectorField", "/v1/models/pull/vector-field?steps=3", JSON);
        get("drawVectorField", "/v1/models/pull/vector-field?steps=3", PNG);
        get("drawVectorField", "/v1/models/mnist-denoiser/vector-field", JSON);
    }

    @Test
    @Order(6)
    void whatModelsAnswerToSamplesThatAreSent() {
        keep("denoise", http.post("/v1/models/mnist-denoiser/denoise", PNG, digit, PNG));
        keep("denoise", http.post("/v1/models/mnist-denoiser/denoise", PNG, digit, JSON));
        keep("denoise", http.post("/v1/models/mnist-denoiser/denoise", PNG, new byte[] {1, 2, 3}, JSON));
        keep("denoise", http.post("/v1/models/mnist-vae/denoise", PNG, digit, JSON));
        keep("reconstruct", http.post("/v1/models/mnist-vae/reconstruct", PNG, digit, JSON));
        post("reconstruct", "/v1/models/kept/reconstruct", JSON, "{\"values\": []}", JSON);
        post("reconstruct", "/v1/models/kept/reconstruct", "text/csv", "x0,x1\n1,2\n", "text/csv");
        EntityExchangeResult<byte[]> code = post("encode", "/v1/models/kept/encode", JSON, POINTS, JSON);
        post("encode", "/v1/models/kept/encode", JSON, "[]", JSON);
        String codes = Http.json(code).path("mean").toString();
        post("decode", "/v1/models/kept/decode", JSON, "{\"values\": " + codes + "}", JSON);
        post("decode", "/v1/models/kept/decode", JSON, "{\"values\": [[1]]}", JSON);
        post("scoreAnomalies", "/v1/models/kept/anomaly-score", JSON, POINTS, JSON);
        post("scoreAnomalies", "/v1/models/kept/anomaly-score?falseAlarms=2", JSON, POINTS, JSON);
        post("scoreByCritic", "/v1/models/critic/critic-score", JSON, POINTS, JSON);
        post("scoreByCritic", "/v1/models/kept/critic-score", JSON, POINTS, JSON);
        post("estimateLikelihood", "/v1/models/kept/nll?k=3", JSON, POINTS, JSON);
        post("estimateLikelihood", "/v1/models/critic/nll", JSON, POINTS, JSON);
        post("translate", "/v1/models/ab/translate?direction=b-to-a", JSON, POINTS, JSON);
        post("translate", "/v1/models/ab/translate?direction=up", JSON, POINTS, JSON);
    }

    @Test
    @Order(7)
    void whatTheFrameworkAnswersThoseWhoRunIt() {
        get("getHealth", "/actuator/health", JSON);
        get("getLiveness", "/actuator/health/liveness", JSON);
        get("getReadiness", "/actuator/health/readiness", JSON);
        get("getInfo", "/actuator/info", JSON);
        get("getMeters", "/actuator/prometheus?includedNames=application_ready_time_seconds", ANY);
        post("rebuildRegistry", "/actuator/registry", null, null, JSON);
    }

    @Test
    @Order(8)
    void noOperationWasLeftOut() {
        assertThat(answered).containsAll(promised.operations().keySet());
        assertThat(refused)
                .containsAll(promised.operations().keySet().stream()
                        .filter(operation ->
                                promised.operations().get(operation).path().startsWith("/v1/"))
                        .toList());
    }

    @Test
    @Order(9)
    void theExamplesOfTheDocumentAreThoseThatWereSent() throws IOException {
        sent.hold();
    }

    private static String order(String model) {
        return "{\"family\": \"vae\", \"dataset\": \"ring\", \"model\": \"" + model + "\", \"steps\": 20, \"seed\": 1}";
    }

    private static String longOrder(String model) {
        return "{\"family\": \"vae\", \"dataset\": \"ring\", \"model\": \"" + model + "\", \"steps\": 100000}";
    }

    private void train(String order) {
        String id = id(post("createTrainingJob", "/v1/training-jobs", JSON, order, JSON));
        get("streamTrainingEvents", "/v1/training-jobs/" + id + "/events", "text/event-stream");
        assertThat(Http.json(http.get("/v1/training-jobs/" + id, JSON))
                        .path("status")
                        .asString())
                .isEqualTo("SUCCEEDED");
    }

    private static String id(EntityExchangeResult<byte[]> answer) {
        return Http.json(answer).path("id").asString();
    }

    private EntityExchangeResult<byte[]> get(String operation, String uri, String accept) {
        return keep(operation, http.get(uri, accept));
    }

    private EntityExchangeResult<byte[]> delete(String operation, String uri) {
        return keep(operation, http.delete(uri));
    }

    private EntityExchangeResult<byte[]> post(String operation, String uri, String type, String body, String accept) {
        if (body != null) {
            return keep(operation, http.post(uri, type, body.getBytes(StandardCharsets.UTF_8), accept));
        }
        return keep(
                operation,
                client.method(HttpMethod.POST)
                        .uri(uri)
                        .accept(MediaType.parseMediaType(accept))
                        .exchange()
                        .expectBody()
                        .returnResult());
    }

    private void upload(String field, String csv) {
        String[] named = field.split("=");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--B\r\nContent-Disposition: form-data; name=\"" + named[0] + "\"\r\n\r\n" + named[1]
                        + "\r\n--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"t.csv\"\r\n\r\n" + csv
                        + "\r\n--B--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        keep("uploadDataset", http.post("/v1/datasets", "multipart/form-data;boundary=B", body.toByteArray(), JSON));
    }

    private EntityExchangeResult<byte[]> keep(String operation, EntityExchangeResult<byte[]> answer) {
        promised.requireKept(operation, answer);
        boolean kept = answer.getStatus().is2xxSuccessful();
        (kept ? answered : refused).add(operation);
        if (kept) {
            sent.add(promised.operations().get(operation), answer);
        }
        return answer;
    }
}
