package dev.latent.inference;

import static dev.latent.Http.JSON;
import static dev.latent.Http.NPY;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.Column;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whether many samples come in one request or in several is to be seen nowhere but in the size of the answer. */
@ServiceTest
class StreamTests {
    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final int MANY = 3_000;
    private static final int FEW = 500;

    @Autowired
    RestTestClient client;

    @Autowired
    MeterRegistry meters;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("streamed").isEmpty()) {
            TestModels.publishTable(
                    registry, "streamed", "denoising-autoencoder", new Column("a", 0, 1, 3), new Column("b", 0, 20, 5));
            TestModels.publishTable(
                    registry, "streamed-vae", "vae", new Column("a", 0, 1, 3), new Column("b", 0, 20, 5));
            TestModels.publish(registry, "streamed-points", "vae", TestModels.POINT);
            TestModels.publish(registry, "streamed-digits", "vae", TestModels.DIGIT);
            TestModels.publish(registry, "streamed-labels", "vae", TestModels.DIGIT, "{\"conditional\": true}", 1);
        }
    }

    @ParameterizedTest(name = "{0} of {1}, {2} to {3}")
    @CsvSource({
        "denoise, streamed, text/csv, text/csv",
        "denoise, streamed, application/x-ndjson, text/csv",
        "denoise, streamed, text/csv, application/x-ndjson",
        "reconstruct, streamed, application/x-ndjson, application/x-ndjson",
        "anomaly-score, streamed, text/csv, text/csv",
        "anomaly-score, streamed, application/x-ndjson, application/x-ndjson",
        "encode, streamed-vae, text/csv, text/csv",
        "encode, streamed-vae, text/csv, application/x-ndjson"
    })
    void aLongBodyIsAnsweredWithTheBytesOfItsParts(String operation, String model, String sent, String answered) {
        String uri = "/v1/models/" + model + "/" + operation;
        String whole = text(post(uri, sent, rows(sent, 0, MANY), answered));

        String parts = IntStream.range(0, MANY / FEW)
                .mapToObj(i -> text(post(uri, sent, rows(sent, i * FEW, (i + 1) * FEW), answered)))
                .collect(Collectors.joining());

        assertThat(withoutHeader(whole, answered)).isEqualTo(withoutHeader(parts, answered));
        assertThat(whole.lines().count()).isEqualTo(MANY + (answered.equals(CSV) ? 1 : 0));
    }

    @Test
    void linesHoldTheNumbersOfJson() {
        String lines = text(post("/v1/models/streamed/anomaly-score", CSV, rows(CSV, 0, 200), CSV));
        var scores = json(post("/v1/models/streamed/anomaly-score", CSV, rows(CSV, 0, 200), JSON))
                .at("/scores");

        assertThat(lines.lines().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",")[0])))
                .containsExactlyElementsOf(
                        scores.valueStream().map(it -> it.doubleValue()).toList());
    }

    @Test
    void aLongNumpyArrayIsAnsweredWithOne() {
        byte[] array = get("/v1/models/streamed-points/samples?count=3000&seed=5&version=1", NPY)
                .getResponseBody();

        EntityExchangeResult<byte[]> answer = http().post("/v1/models/streamed-points/reconstruct", NPY, array, NPY);

        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(answer.getResponseBody()).hasSize(128 + 3000 * 2 * 4);
        assertThat(new String(answer.getResponseBody(), StandardCharsets.ISO_8859_1))
                .contains("'shape': (3000, 2)");
        assertThat(answer.getResponseHeaders().getFirst("Latent-Model-Version")).isEqualTo("1");
    }

    @Test
    void aNumpyArrayMayBeTheAnswerToLinesWhoseNumberIsKnownAtTheirEnd() {
        EntityExchangeResult<byte[]> answer = post("/v1/models/streamed/anomaly-score", CSV, rows(CSV, 0, MANY), NPY);

        assertThat(new String(answer.getResponseBody(), StandardCharsets.ISO_8859_1))
                .contains("'shape': (3000,)");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, NDJSON})
    void anyNumberOfSamplesIsGenerated(String type) {
        String uri = "/v1/models/streamed-points/samples?seed=5&version=1&count=";
        EntityExchangeResult<byte[]> many = get(uri + 5000, type);

        assertThat(text(many).lines().count()).isEqualTo(type.equals(CSV) ? 5001 : 5000);
        assertThat(text(many)).startsWith(text(get(uri + 1024, type)));
        assertThat(many.getResponseHeaders().getETag()).startsWith("\"");
        assertThat(many.getResponseHeaders().getCacheControl()).contains("immutable");
    }

    @Test
    void picturesAreStreamedAsNumpyArraysAndLinesOfJson() {
        String uri = "/v1/models/streamed-digits/samples?seed=5&version=1&count=1100";
        byte[] array = get(uri, NPY).getResponseBody();
        byte[] first = get(uri.replace("1100", "16"), NPY).getResponseBody();

        assertThat(array).hasSize(128 + 1100 * 784 * 4);
        assertThat(Arrays.copyOfRange(array, 128, first.length))
                .isEqualTo(Arrays.copyOfRange(first, 128, first.length));
        assertThat(text(http().post("/v1/models/streamed-digits/reconstruct", NPY, array, NDJSON))
                        .lines())
                .hasSize(1100)
                .allMatch(line -> line.startsWith("{\"values\":["));
    }

    @Test
    void labelsBesideABodyGoOnInTurn() {
        String uri = "/v1/models/streamed-labels/";
        byte[] array = get(uri + "samples?seed=5&count=1025", NPY).getResponseBody();

        String labelled = text(http().post(uri + "reconstruct?label=3&label=1&label=4", NPY, array, NDJSON));

        assertThat(labelled.lines().map(line -> line.replaceAll(".*\"label\":(\\d+)}", "$1")))
                .containsExactlyElementsOf(IntStream.range(0, 1025)
                        .mapToObj(i -> new String[] {"3", "1", "4"}[i % 3])
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv             | oops,1                  | line 70002, column a: 'oops' is no finite number",
                "text/csv             | 1e60,1                  | the value lies too far from all",
                "application/x-ndjson | {\"a\":1,\"b\":\"x\"}   | line 70001, column b: 'x' is a text"
            })
    void whatIsWrongFarBehindIsAProblemThatNamesIt(String type, String wrong, String words) {
        String body = rows(type, 0, 70_000) + wrong + "\n" + rows(type, 0, 10).replace("a,b\n", "");

        EntityExchangeResult<byte[]> answer = post("/v1/models/streamed/denoise", type, body, type);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/detail").stringValue()).contains(words);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).startsWith("#/values/70000");
    }

    @Test
    void whatCannotStreamIsBoundedAndSaysWhatCan() {
        EntityExchangeResult<byte[]> tooLong = post("/v1/models/streamed/anomaly-score", CSV, rows(CSV, 0, 1025), JSON);
        EntityExchangeResult<byte[]> tooMany = get("/v1/models/streamed-points/samples?count=1025", JSON);

        assertThat(tooLong.getStatus().value()).isEqualTo(413);
        assertThat(json(tooLong).at("/detail").stringValue())
                .contains("at most 1024 samples", "any number is taken as text/csv");
        assertThat(tooMany.getStatus().value()).isEqualTo(400);
        assertThat(json(tooMany).at("/detail").stringValue()).contains("1 to 1024", "application/x-ndjson hold any");
    }

    @Test
    void scoresAsLinesComeWithTheirThreshold() {
        EntityExchangeResult<byte[]> answer = post("/v1/models/streamed/anomaly-score", CSV, rows(CSV, 0, 3), NDJSON);

        assertThat(text(answer)).matches("(\\{\"score\":[\\d.E-]+(,\"anomalous\":(true|false))?}\n){3}");
    }

    @Test
    void streamedSamplesAreCounted() {
        double before = meters.counter("latent.inference.streamed").count();

        post("/v1/models/streamed/denoise", CSV, rows(CSV, 0, MANY), CSV);
        post("/v1/models/streamed/denoise", CSV, rows(CSV, 0, 3), CSV);

        assertThat(meters.counter("latent.inference.streamed").count() - before).isEqualTo(MANY);
    }

    private static String rows(String type, int from, int to) {
        StringBuilder rows = new StringBuilder(type.equals(CSV) ? "a,b\n" : "");
        for (int i = from; i < to; i++) {
            double a = i % 89 / 10.0;
            double b = 15 + i % 97 / 10.0;
            rows.append(type.equals(CSV) ? a + "," + b : "{\"a\":" + a + ",\"b\":" + b + "}")
                    .append('\n');
        }
        return rows.toString();
    }

    private static String withoutHeader(String text, String type) {
        return type.equals(CSV) ? text.replaceAll("(?m)^[a-z].*\r\n", "") : text;
    }

    private EntityExchangeResult<byte[]> post(String uri, String type, String body, String accept) {
        return http().post(uri, type, body.getBytes(StandardCharsets.UTF_8), accept);
    }

    private EntityExchangeResult<byte[]> get(String uri, String accept) {
        return http().get(uri, accept);
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        String text = new String(answer.getResponseBody(), StandardCharsets.UTF_8);
        assertThat(answer.getStatus().value()).as(text).isEqualTo(200);
        return text;
    }

    private Http http() {
        return new Http(client);
    }
}
