package dev.latent.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.family.Json;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Spark's executors give every row the bits that the service gives it. */
@Tag("spark")
@ServiceTest
class LatentModelTests {
    private static final int ROWS = 1000;
    private static final Column[] COLUMNS = Readings.COLUMNS;

    @Autowired
    RestTestClient client;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    private Http http;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("spark-table").isEmpty()) {
            TestModels.publishTable(registry, "spark-table", "vae", COLUMNS);
            TestModels.publishTable(registry, "spark-denoiser", "denoising-autoencoder", COLUMNS);
            TestModels.publish(registry, "spark-cvae", "vae", TestModels.DIGIT, "{\"conditional\": true}", 1);
        }
    }

    @BeforeEach
    void connect() {
        http = new Http(client);
    }

    private String export(String model) {
        return "http://127.0.0.1:" + port + "/v1/models/" + model + "/versions/1/export?format=latent";
    }

    private SparkSubmit spark() {
        return new SparkSubmit(folder, SparkSubmit.LOCAL).with("spark.sql.files.maxPartitionBytes", "9000");
    }

    @Test
    void scores() throws IOException {
        Path table = table();

        Map<Long, JsonNode> scored = spark().run("score", export("spark-table"), table);

        JsonNode ofService = service("spark-table", "anomaly-score", table).at("/scores");
        assertThat(scored).hasSize(ROWS);
        scored.forEach((id, row) -> assertThat(row.at("/score").doubleValue())
                .isEqualTo(ofService.get(id.intValue()).doubleValue()));
    }

    @Test
    void contributionsAreTheSharesOfTheColumnsInTheScore() throws IOException {
        Map<Long, JsonNode> rows = spark().run("contributions", export("spark-table"), table());

        assertThat(rows).hasSize(ROWS).allSatisfy((id, row) -> {
            JsonNode shares = row.at("/contributions");
            assertThat(shares.propertyNames()).containsExactly("time", "heat", "flow");
            assertThat(shares.at("/time").doubleValue()
                            + shares.at("/heat").doubleValue()
                            + shares.at("/flow").doubleValue())
                    .isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void reconstructsInTheUnitsOfTheColumns() throws IOException {
        Path table = table();

        Map<Long, JsonNode> rows = spark().run("reconstruct", export("spark-table"), table);

        assertSameNumbers(rows, "reconstruction", service("spark-table", "reconstruct", table));
    }

    @Test
    void denoises() throws IOException {
        Path table = table();

        Map<Long, JsonNode> rows = spark().run("denoise", export("spark-denoiser"), table);

        assertSameNumbers(rows, "denoised", service("spark-denoiser", "denoise", table));
    }

    private static void assertSameNumbers(Map<Long, JsonNode> rows, String column, JsonNode ofService) {
        assertThat(rows).hasSize(ROWS);
        rows.forEach((id, row) -> {
            for (int i = 0; i < COLUMNS.length; i++) {
                assertThat(row.at("/" + column + "/" + COLUMNS[i].name()).doubleValue())
                        .isEqualTo(ofService.at("/values/" + id + "/" + i).doubleValue());
            }
        });
    }

    @Test
    void encodesPicturesWithTheirLabels() throws IOException {
        ObjectNode body = (ObjectNode) Http.json(http.get("/v1/models/spark-cvae/samples?count=300&seed=3", Http.JSON));
        Path digits = folder.resolve("digits.json");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            ObjectNode line = Json.MAPPER.createObjectNode().put("id", i);
            line.set("label", body.at("/labels/" + i));
            line.set("values", body.at("/values/" + i));
            lines.append(line).append('\n');
        }
        Files.writeString(digits, lines);
        byte[] sent = Json.MAPPER.writeValueAsBytes(body);

        Map<Long, JsonNode> rows = spark().run("encode", export("spark-cvae"), digits);

        JsonNode mean = Http.json(http.post("/v1/models/spark-cvae/encode", Http.JSON, sent, Http.JSON))
                .at("/mean");
        assertThat(rows).hasSize(300);
        rows.forEach((id, row) -> assertThat(floats(row.at("/code"))).isEqualTo(floats(mean.get(id.intValue()))));
    }

    @Test
    void generatesTheSamplesOfASeed() throws IOException {
        Path output = folder.resolve("samples.json");
        SparkSubmit spark = spark();

        spark.requireSuccess(spark.start(List.of("samples", export("mnist-cgan"), "300", "7", output.toString())));

        JsonNode ofService = Http.json(http.get("/v1/models/mnist-cgan/samples?count=300&seed=7", Http.JSON));
        Map<Long, JsonNode> rows = SparkSubmit.byId(output, "sample");
        assertThat(rows).hasSize(300);
        rows.forEach((id, row) -> {
            assertThat(floats(row.at("/values"))).isEqualTo(floats(ofService.at("/values/" + id)));
            assertThat(row.at("/label").stringValue())
                    .isEqualTo(ofService.at("/labels/" + id).toString());
        });
    }

    private static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).floatValue();
        }
        return values;
    }

    @Test
    void aRowThatTheModelCanNotTakeEndsTheJobAndIsShown() throws IOException {
        SparkSubmit spark = spark();
        Path output = folder.resolve("scored.json");

        Process process = spark.start("score", export("spark-table"), withANull(), output);

        assertThat(process.onExit().join().exitValue()).isNotZero();
        assertThat(spark.said()).contains("column 'heat' is null in row [1700000000,null,", "keepInvalid()");
    }

    @Test
    void suchRowsMayBeKeptWithoutAnAnswer() throws IOException {
        Path table = withANull();

        Map<Long, JsonNode> rows = spark().run("score", export("spark-table"), table, "keep-invalid");

        assertThat(rows).hasSize(ROWS + 1);
        assertThat(rows.get((long) ROWS).has("score")).isFalse();
        assertThat(rows.get(0L).at("/score").isNumber()).isTrue();
    }

    @Test
    void missingColumnsAreNamedBeforeAnythingRuns() throws IOException {
        SparkSubmit spark = spark();
        Path table = folder.resolve("other.csv");
        Files.writeString(table, "id,time,heat\n0,1700000000,21\n");

        Process process = spark.start("score", export("spark-table"), table, folder.resolve("scored.json"));

        assertThat(process.onExit().join().exitValue()).isNotZero();
        assertThat(spark.said()).contains("columns of the model are missing: 'flow'");
    }

    private Path table() throws IOException {
        return Files.writeString(folder.resolve("table.csv"), Readings.text(0, ROWS));
    }

    private Path withANull() throws IOException {
        return Files.writeString(folder.resolve("null.csv"), Readings.text(0, ROWS) + "1700000000,,1.5," + ROWS + "\n");
    }

    private JsonNode service(String model, String operation, Path table) throws IOException {
        byte[] body = Files.readString(table).getBytes(StandardCharsets.UTF_8);
        return Http.json(
                http.post("/v1/models/" + model + "/" + operation + "?ignore=true", "text/csv", body, Http.JSON));
    }
}
