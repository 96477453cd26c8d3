package dev.latent.inference.operation;

import static dev.latent.Http.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.family.ModelFamilies;
import dev.latent.family.folder.ModelFolder;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import dev.latent.measure.ThresholdFile;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.sample.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ServiceTest
class ScoresTests {
    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @TempDir
    Path folder;

    private Http http;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry, @Autowired RestTestClient client) throws IOException {
        if (registry.family("scores-vae").isEmpty()) {
            String digest = json(new Http(client).get("/v1/datasets/digits", JSON))
                    .at("/digest")
                    .stringValue();
            TestModels.publishTrainedOn(registry, "scores-vae", "vae", digest);
            TestModels.publish(registry, "scores-elsewhere", "vae", TestModels.DIGIT);
            TestModels.publish(
                    registry, "scores-binary", "vae", TestModels.DIGIT, "{\"binarization\": \"dynamic\"}", 1);
            TestModels.publish(
                    registry,
                    "scores-cvae",
                    "vae",
                    TestModels.DIGIT,
                    "{\"binarization\": \"fixed\", \"conditional\": true}",
                    1);
            TestModels.publish(
                    registry, "scores-grey", "vae", TestModels.DIGIT, "{\"reconstruction\": \"bernoulli\"}", 1);
            TestModels.publish(registry, "scores-points", "vae", TestModels.POINT);
        }
    }

    @BeforeEach
    void connect() {
        http = new Http(client);
    }

    @Test
    void theAnomalyScoreIsTheErrorOfTheReconstruction() {
        byte[] samples = samples("scores-vae", 3);
        JsonNode sent = json(samples).at("/values/1");
        JsonNode reconstructed = json(http.post("/v1/models/scores-vae/reconstruct", JSON, samples, JSON))
                .at("/values/1");
        double error = 0;
        for (int i = 0; i < 784; i++) {
            double difference =
                    sent.at("/" + i).doubleValue() - reconstructed.at("/" + i).doubleValue();
            error += difference * difference / 784;
        }

        JsonNode scores = json(http.post("/v1/models/scores-vae/anomaly-score", JSON, samples, JSON));

        assertThat(scores.at("/scores").size()).isEqualTo(3);
        assertThat(scores.at("/scores/1").doubleValue()).isCloseTo(error, within(1e-9));
    }

    @Test
    void theThresholdOfAVersionThatCameWithoutIsLearnedFromRowsThatItHasNotSeenAndKeptWithIt() {
        JsonNode scores = json(http.post("/v1/models/scores-vae/anomaly-score", JSON, samples("scores-vae", 2), JSON));

        double threshold = scores.at("/threshold").doubleValue();
        ModelVersion version = registry.find("scores-vae", "latest");
        assertThat(registry.threshold(version)).hasValueSatisfying(kept -> {
            assertThat(kept.threshold()).isEqualTo(threshold);
            assertThat(kept.rows()).isEqualTo(CalibrationRows.TEST);
            assertThat(kept.count()).isEqualTo(2000);
        });
        registry.lease(version).close();
        assertThat(scores.at("/anomalous/0").booleanValue())
                .isEqualTo(scores.at("/scores/0").doubleValue() > threshold);
    }

    @Test
    void theAnswerTellsTheRateOfFalseAlarmsAndTheRowsThatItComesFrom() throws IOException {
        publishWith("scores-learned", learned(160));

        JsonNode usual = points("scores-learned", "");
        JsonNode more = points("scores-learned", "?falseAlarms=0.05");

        assertThat(usual.at("/threshold").doubleValue()).isEqualTo(160);
        assertThat(usual.at("/falseAlarms").doubleValue()).isEqualTo(0.01);
        assertThat(usual.at("/calibration").toString())
                .isEqualTo("{\"rows\":\"cross-fitted\",\"count\":160,\"leastFalseAlarms\":" + 1 / 161.0 + "}");
        assertThat(more.at("/threshold").doubleValue()).isEqualTo(153);
        assertThat(more.at("/falseAlarms").doubleValue()).isEqualTo(0.05);
        assertThat(more.at("/anomalous/0").booleanValue())
                .isEqualTo(more.at("/scores/0").doubleValue() > 153);
    }

    @Test
    void theAnswerTellsHowManyNormalRowsScoreNoHigher() throws IOException {
        publishWith("scores-learned", learned(160));

        JsonNode scores = points("scores-learned", "");

        double below = Math.floor(scores.at("/scores/0").doubleValue());
        assertThat(scores.at("/percentiles/0").doubleValue()).isEqualTo(100 * Math.min(160, below) / 160);
    }

    @Test
    void eachRowTellsWhichColumnsMakeItUnusual() throws IOException {
        publishReadings();
        byte[] rows = "flow,heat\n1.5,190\n900,210\n".getBytes();

        JsonNode answer = json(http.post("/v1/models/scores-readings/anomaly-score", "text/csv", rows, JSON));

        JsonNode first = answer.at("/contributions/1/0");
        assertThat(answer.at("/contributions/0").size()).isEqualTo(2);
        assertThat(first.at("/column").stringValue()).isEqualTo("flow");
        assertThat(first.at("/share").doubleValue()).isBetween(0.5, 1.0);
        assertThat(first.at("/value").doubleValue()).isCloseTo(900, within(1e-3));
        double expected = first.at("/expected").doubleValue();
        assertThat(first.at("/low").doubleValue()).isCloseTo(expected - 0.5 * 2, within(1e-6));
        assertThat(first.at("/high").doubleValue()).isCloseTo(expected + 0.5 * 2, within(1e-6));
    }

    @Test
    void linesTellTheColumnsThatWereAskedFor() throws IOException {
        publishReadings();
        byte[] rows = "heat,flow\n210,900\n".getBytes();
        String path = "/v1/models/scores-readings/anomaly-score?contributions=1";

        String csv = text(http.post(path, "text/csv", rows, "text/csv"));
        JsonNode line = json(http.post(path, "text/csv", rows, "application/x-ndjson"));

        assertThat(csv)
                .matches("score,anomalous,percentile,column1,share1,value1,expected1,low1,high1\r\n"
                        + "[\\d.E]+,true,100.0,flow,[\\d.]+,900.0,[\\d.E-]+,[\\d.E-]+,[\\d.E-]+\r\n");
        assertThat(line.at("/contributions/0/column").stringValue()).isEqualTo("flow");
        assertThat(line.at("/percentile").doubleValue()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"-1", "101"})
    void aNumberOfColumnsThatCanNotBeIsRefused(int columns) throws IOException {
        publishReadings();

        EntityExchangeResult<byte[]> answer = http.post(
                "/v1/models/scores-readings/anomaly-score?contributions=" + columns,
                "text/csv",
                "flow,heat\n1.5,190\n".getBytes(),
                JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo("contributions");
    }

    private void publishReadings() throws IOException {
        if (registry.family("scores-readings").isEmpty()) {
            TestModels.publishTable(
                    registry,
                    "scores-readings",
                    "denoising-autoencoder",
                    new Column("flow", 0, 1, 2),
                    new Column("heat", 0, 200, 10));
            registry.keepThreshold(
                    registry.find("scores-readings", "1"),
                    AnomalyThreshold.learn(CalibrationRows.HELD_BACK, new double[] {0.5, 1, 2}, new double[] {0.5, 1}));
        }
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        return new String(answer.getResponseBody(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void fewRowsAnswerWithTheLeastRateThatTheyTell() throws IOException {
        publishWith("scores-few", learned(18));

        JsonNode scores = points("scores-few", "");

        assertThat(scores.at("/threshold").doubleValue()).isEqualTo(18);
        assertThat(scores.at("/falseAlarms").doubleValue()).isEqualTo(1 / 19.0);
    }

    @ParameterizedTest
    @CsvSource({
        "0.006, at least 0.006212",
        "0,     above 0 and below 1",
        "1,     above 0 and below 1",
        "-0.1,  above 0 and below 1",
        "NaN,   above 0 and below 1",
        "often, falseAlarms"
    })
    void aRateThatCanNotBeIsRefused(String rate, String detail) throws IOException {
        publishWith("scores-learned", learned(160));

        EntityExchangeResult<byte[]> answer = http.post(
                "/v1/models/scores-learned/anomaly-score?falseAlarms=" + rate,
                JSON,
                samples("scores-learned", 1),
                JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo("falseAlarms");
        assertThat(json(answer).at("/errors/0/detail").stringValue()).contains(detail);
    }

    @Test
    void aThresholdOfUnknownRowsKnowsNoRate() throws IOException {
        publish("scores-unknown", folder -> Files.writeString(folder.resolve("threshold.json"), "{\"threshold\":0.5}"));

        JsonNode scores = points("scores-unknown", "");

        assertThat(scores.at("/threshold").doubleValue()).isEqualTo(0.5);
        assertThat(scores.at("/anomalous").isArray()).isTrue();
        assertThat(scores.at("/falseAlarms").isNull()).isTrue();
        assertThat(scores.at("/calibration/rows").stringValue()).isEqualTo("unknown");
        EntityExchangeResult<byte[]> asked = http.post(
                "/v1/models/scores-unknown/anomaly-score?falseAlarms=0.1", JSON, samples("scores-unknown", 1), JSON);
        assertThat(asked.getStatus().value()).isEqualTo(409);
        assertThat(json(asked).at("/detail").stringValue()).contains("without falseAlarms");
    }

    @Test
    void whereTheDataAreHereAThresholdOfUnknownRowsIsLearnedAnew() throws IOException {
        String digest = json(http.get("/v1/datasets/moons", JSON)).at("/digest").stringValue();
        publish("scores-anew", folder -> {
            Path description = folder.resolve(ModelFolder.DESCRIPTION);
            Files.writeString(
                    description,
                    Files.readString(description)
                            .replace("\"not trained\"", '"' + digest + "\", \"trainOn\": \"train\""));
            Files.writeString(folder.resolve("threshold.json"), "{\"threshold\":1e-9}");
        });

        JsonNode scores = points("scores-anew", "");

        assertThat(scores.at("/calibration/rows").stringValue()).isEqualTo("validation");
        assertThat(scores.at("/threshold").doubleValue()).isGreaterThan(1e-9);
        assertThat(registry.threshold(registry.find("scores-anew", "1")))
                .hasValueSatisfying(kept -> assertThat(kept.rows()).isEqualTo(CalibrationRows.VALIDATION));
    }

    private interface Change {
        void of(Path folder) throws IOException;
    }

    private void publishWith(String model, AnomalyThreshold threshold) throws IOException {
        publish(model, folder -> ThresholdFile.write(folder, threshold));
    }

    /** A model of points. */
    private void publish(String model, Change change) throws IOException {
        if (registry.family(model).isEmpty()) {
            Path version = Files.createDirectory(folder.resolve(model));
            TestModels.write(version, ModelFamilies.find("vae").orElseThrow(), TestModels.POINT, "{}", 1);
            change.of(version);
            registry.publish(model, version, null);
        }
    }

    private JsonNode points(String model, String query) {
        return json(http.post("/v1/models/" + model + "/anomaly-score" + query, JSON, samples(model, 2), JSON));
    }

    /** Of scores 1 to n. */
    private static AnomalyThreshold learned(int n) {
        return AnomalyThreshold.learn(
                CalibrationRows.CROSS_FITTED,
                IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray());
    }

    @Test
    void anExportBringsTheThresholdAlong() throws IOException {
        String digest =
                json(http.get("/v1/datasets/digits", JSON)).at("/digest").stringValue();
        TestModels.publishTrainedOn(registry, "scores-exported", "vae", digest);
        byte[] export =
                http.get("/v1/models/scores-exported/versions/1/export", "*/*").getResponseBody();

        http.post("/v1/models/scores-imported/versions", "application/zip", export, JSON);

        assertThat(registry.threshold(registry.find("scores-imported", "1")))
                .isPresent()
                .isEqualTo(registry.threshold(registry.find("scores-exported", "1")));
        assertThat(http.get("/v1/models/scores-imported/versions/1/export", "*/*")
                        .getResponseBody())
                .isEqualTo(export);
    }

    @Test
    void withoutTheDatasetItWasTrainedOnAVersionHasNoThreshold() {
        JsonNode scores = json(
                http.post("/v1/models/scores-elsewhere/anomaly-score", JSON, samples("scores-elsewhere", 2), JSON));

        assertThat(scores.at("/scores").size()).isEqualTo(2);
        assertThat(scores.at("/threshold").isNull()).isTrue();
        assertThat(scores.at("/anomalous").isNull()).isTrue();
        assertThat(scores.at("/falseAlarms").isNull()).isTrue();
        assertThat(scores.at("/calibration").isNull()).isTrue();
    }

    @Test
    void theNegativeLogLikelihoodIsTheSameForTheSameSeed() {
        byte[] samples = samples("scores-binary", 2);

        JsonNode one = json(http.post("/v1/models/scores-binary/nll?k=50&seed=1", JSON, samples, JSON));
        JsonNode same = json(http.post("/v1/models/scores-binary/nll?k=50&seed=1", JSON, samples, JSON));

        assertThat(one).isEqualTo(same);
        assertThat(one.at("/nll").size()).isEqualTo(2);
        assertThat(one.at("/likelihood").booleanValue()).isTrue();
        assertThat(one.at("/mean").doubleValue())
                .isCloseTo((one.at("/nll/0").doubleValue() + one.at("/nll/1").doubleValue()) / 2, within(1e-9));
    }

    /** A mean over more draws is an importance-weighted bound that is tighter (Burda 2015, theorem 1). */
    @Test
    void moreDrawsGiveALowerBoundOnAverage() {
        byte[] samples = samples("scores-points", 200);

        double few = json(http.post("/v1/models/scores-points/nll?k=1&seed=1", JSON, samples, JSON))
                .at("/mean")
                .doubleValue();
        double many = json(http.post("/v1/models/scores-points/nll?k=500&seed=1", JSON, samples, JSON))
                .at("/mean")
                .doubleValue();

        assertThat(many).isLessThan(few);
    }

    @Test
    void whatGreyPixelsGiveIsNotCalledALikelihood() {
        JsonNode estimate = json(http.post("/v1/models/scores-grey/nll?k=5", JSON, samples("scores-grey", 1), JSON));
        assertThat(estimate.at("/likelihood").booleanValue()).isFalse();
    }

    @Test
    void aLearnedVarianceMakesGreyPixelsADensity() {
        JsonNode estimate = json(http.post("/v1/models/scores-vae/nll?k=5", JSON, samples("scores-vae", 1), JSON));
        assertThat(estimate.at("/likelihood").booleanValue()).isTrue();
    }

    @Test
    void aConditionalModelsLikelihoodIsGivenTheLabelsThatComeWithTheSamples() {
        ObjectNode body = (ObjectNode) json(samples("scores-cvae", 1));

        double ofZero = ofLabel(0, body);
        double ofSeven = ofLabel(7, body);

        assertThat(ofZero).isPositive().isNotEqualTo(ofSeven);
    }

    @Test
    void withoutLabelsItIsRefused() {
        ObjectNode body = (ObjectNode) json(samples("scores-cvae", 1));
        body.remove("labels");

        EntityExchangeResult<byte[]> answer = http.post(
                "/v1/models/scores-cvae/nll?k=5", JSON, body.toString().getBytes(), JSON);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/detail").stringValue()).contains("needs a label for each sample");
    }

    private double ofLabel(int label, ObjectNode body) {
        body.putArray("labels").add(label);
        return json(http.post(
                        "/v1/models/scores-cvae/nll?k=5&seed=1",
                        JSON,
                        body.toString().getBytes(),
                        JSON))
                .at("/mean")
                .doubleValue();
    }

    @Test
    void tooMuchWorkIsRefused() {
        EntityExchangeResult<byte[]> answer =
                http.post("/v1/models/scores-points/nll?k=5000", JSON, samples("scores-points", 100), JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo("k");
    }

    private byte[] samples(String model, int count) {
        return http.get("/v1/models/" + model + "/samples?seed=4&count=" + count, JSON)
                .getResponseBody();
    }

    private static JsonNode json(byte[] body) {
        return JsonMapper.shared().readTree(body);
    }

    private static JsonNode json(EntityExchangeResult<byte[]> answer) {
        return Http.json(answer);
    }
}
