package dev.latent.inference;

import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.Column;
import dev.latent.sample.Derivation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A CSV is matched to a model's columns by their names, which come back in every answer. */
@ServiceTest
class NamedColumnsTests {
    private static final String ROW = "a,b,k\n1,20,1700000010\n";

    @Autowired
    RestTestClient client;

    @BeforeEach
    void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("table").isEmpty()) {
            TestModels.publishTable(
                    registry,
                    "table",
                    "denoising-autoencoder",
                    new Column("a", 0, 1, 3),
                    new Column("b", 0, 20, 5),
                    new Column("k", 0, 1.7e9, 300));
            TestModels.publishTable(registry, "ids", "denoising-autoencoder", new Column("id", 0x1p53, 5, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k,b,a\n1700000010,20,1\n",
                "\uFEFF\"k\"; a ;b\r\n1700000010;1;20\r\n",
                "a,b,k,kind\n1,20,1700000010,rose\n",
                "kind,a,b,k\nnever seen,1,20,1700000010\n",
                ",a,b,k\n0,1,20,1700000010\n"
            })
    void columnsAreFoundByTheirNames(String csv) {
        assertThat(scores(csv)).isEqualTo(scores(ROW));
    }

    @Test
    void theValuesOfOtherColumnsGiveAnotherScore() {
        assertThat(scores("k,b,a\n1700000010,1,20\n")).isNotEqualTo(scores(ROW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,y,z  | columns of the model are missing: 'a', 'b', 'k'",
                "a,b,K  | columns of the model are missing: 'k'",
                "a,b,k,c | the model has no columns 'c'; leave them out, or ignore further columns with ?ignore=true",
                "a,b    | columns of the model are missing: 'k'"
            })
    void missingAndUnknownColumnsAreNamed(String header, String detail) {
        String row = header.replaceAll("[^,]+", "1");

        EntityExchangeResult<byte[]> answer = post("anomaly-score", header + "\n" + row + "\n", Http.JSON);

        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(json(answer).at("/detail").stringValue()).contains(detail);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo("#/columns");
    }

    @Test
    void furtherColumnsAreLeftOutWhereThatIsAsked() {
        EntityExchangeResult<byte[]> answer =
                post("anomaly-score?ignore=true", "c,k,b,a,d\nred,1700000010,20,1,2024-01-01\n", Http.JSON);

        assertThat(json(answer).at("/scores").toString()).isEqualTo(scores(ROW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "press,flow;a,1  | [1, 0, 0, 1, 0]",
                "flow,press;1,b  | [0, 1, 0, 1, 0]",
                "press,flow;c,1  | [0, 0, 1, 1, 0]",
                "press,flow;a,   | [1, 0, 0, 2.5, 1]",
                "press,flow;a,NA | [1, 0, 0, 2.5, 1]"
            })
    void wordsAndGapsAreMadeNumbersOfAsTheDatasetsWere(String csv, String numbers, @Autowired ModelRegistry registry)
            throws IOException {
        publishMixed(registry);
        String[] line = csv.split(";")[1].split(",", 2);
        String[] names = csv.split(";")[0].split(",");
        String json = "{\"%s\":%s,\"%s\":%s}".formatted(names[0], quoted(line[0]), names[1], quoted(line[1]));

        String expected = mixed("{\"values\":[" + numbers + "]}", "application/json");

        assertThat(mixed(csv.replace(';', '\n') + "\n", "text/csv")).isEqualTo(expected);
        assertThat(mixed(json, "application/x-ndjson")).isEqualTo(expected);
    }

    @Test
    void aCategoryIsNamedAsAWholeAndMissingIsNoNumber(@Autowired ModelRegistry registry) throws IOException {
        publishMixed(registry);
        String path = "/v1/models/mixed/anomaly-score?contributions=5";
        byte[] rows = "press,flow\nc,\n".getBytes(StandardCharsets.UTF_8);

        JsonNode told = json(http().post(path, "text/csv", rows, Http.JSON)).at("/contributions/0");
        String csv =
                new String(http().post(path, "text/csv", rows, "text/csv").getResponseBody(), StandardCharsets.UTF_8);

        assertThat(told.size()).isEqualTo(2);
        assertThat(told.valueStream()
                        .mapToDouble(it -> it.at("/share").doubleValue())
                        .sum())
                .isCloseTo(1, within(1e-6));
        JsonNode press = told.at("/0/column").stringValue().equals("press") ? told.get(0) : told.get(1);
        JsonNode flow = press == told.get(0) ? told.get(1) : told.get(0);
        assertThat(press.at("/value").stringValue()).isEqualTo("(other)");
        assertThat(press.at("/expected").stringValue()).isIn("a", "b", "(other)");
        assertThat(flow.at("/value").isNull()).isTrue();
        assertThat(flow.at("/expected").isNumber()).isTrue();
        assertThat(csv)
                .startsWith("score,column1,share1,value1,expected1,low1,high1,column2,")
                .contains(",(other),");
    }

    @Test
    void anAnswerInCsvHasTheFileFields(@Autowired ModelRegistry registry) throws IOException {
        publishMixed(registry);

        String csv = new String(
                http().post("/v1/models/mixed/reconstruct", "text/csv", "press,flow\na,1\n".getBytes(), "text/csv")
                        .getResponseBody(),
                StandardCharsets.UTF_8);

        assertThat(csv).matches("press,flow\r\n(a|b|\\(other\\)),[-\\d.E]*\r\n");
    }

    private static String quoted(String field) {
        return field.isEmpty() ? "null" : field.matches("\\d+") ? field : "\"" + field + "\"";
    }

    private String mixed(String body, String type) {
        EntityExchangeResult<byte[]> answer =
                http().post("/v1/models/mixed/reconstruct", type, body.getBytes(StandardCharsets.UTF_8), Http.JSON);
        return json(answer).at("/values").toString();
    }

    private static void publishMixed(ModelRegistry registry) throws IOException {
        if (registry.family("mixed").isEmpty()) {
            TestModels.publishTable(
                    registry,
                    "mixed",
                    "autoencoder",
                    new Column("press=a", 0, 0.5, 0.5, Derivation.category("press", "a")),
                    new Column("press=b", 0, 0.5, 0.5, Derivation.category("press", "b")),
                    new Column("press=(other)", 0, 0, 1, Derivation.other("press", List.of("a", "b"))),
                    new Column("flow", 0, 2.5, 2, Derivation.number("flow", 2.5)),
                    new Column("flow=(missing)", 0, 0.1, 0.3, Derivation.missing("flow")));
        }
    }

    @Test
    void aHeaderOfNumbersIsNoRow() {
        EntityExchangeResult<byte[]> answer = post("anomaly-score", "1,20,1700000010\n1,20,1700000010\n", Http.JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/detail").stringValue()).contains("the first line must name the columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"denoise", "reconstruct"})
    void answersCarryTheNames(String operation) {
        String csv = body(post(operation, ROW, "text/csv"));

        assertThat(csv).startsWith("a,b,k\r\n");
        assertThat(json(post(operation, ROW, Http.JSON)).at("/columns").toString())
                .isEqualTo("[\"a\",\"b\",\"k\"]");
    }

    @Test
    void labelsComeBackAsTheyWereSent() {
        assertThat(body(post("denoise", "kind,a,b,k\niris,1,20,1700000010\n", "text/csv")))
                .startsWith("a,b,k,kind\r\n")
                .endsWith(",iris\r\n");
    }

    @Test
    void whatIsAnsweredCanBeSentAgain() {
        String csv = body(post("denoise", ROW, "text/csv"));
        String asJson = body(post("denoise", ROW, Http.JSON));

        assertThat(json(http().post(
                                        uri("anomaly-score"),
                                        Http.JSON,
                                        asJson.getBytes(StandardCharsets.UTF_8),
                                        Http.JSON))
                        .at("/scores")
                        .toString())
                .isEqualTo(scores(csv));
    }

    @Test
    void jsonThatNamesItsColumnsIsMatchedByThem() {
        String named = "{\"columns\": [\"k\", \"a\", \"b\"], \"values\": [[1700000010, 1, 20]]}";
        String positional = "{\"values\": [[1, 20, 1700000010]]}";

        assertThat(jsonScores(named)).isEqualTo(scores(ROW));
        assertThat(jsonScores(positional)).isEqualTo(scores(ROW));
    }

    @Test
    void epochSecondsTenSecondsApartAreToldApart() {
        assertThat(scores("a,b,k\n1,20,1700000010\n")).isNotEqualTo(scores("a,b,k\n1,20,1700000020\n"));
        String[] fields =
                body(post("denoise", ROW, "text/csv")).split("\r\n")[1].split(",");
        assertThat(fields[2]).matches("1(699999|700000)\\d{3}\\.\\d{3,}");
    }

    @Test
    void longIdsAreToldApartAndKeepTheirDigits() {
        String answer = body(http().post(
                        "/v1/models/ids/denoise",
                        "text/csv",
                        "id\n9007199254740993\n9007199254740994\n".getBytes(StandardCharsets.UTF_8),
                        "text/csv"));

        assertThat(answer.split("\r\n")[1]).matches("90071992547\\d{5}\\.\\d+").isNotEqualTo(answer.split("\r\n")[2]);
    }

    private String scores(String csv) {
        return json(post("anomaly-score", csv, Http.JSON)).at("/scores").toString();
    }

    private String jsonScores(String body) {
        return json(http().post(uri("anomaly-score"), Http.JSON, body.getBytes(StandardCharsets.UTF_8), Http.JSON))
                .at("/scores")
                .toString();
    }

    private EntityExchangeResult<byte[]> post(String operation, String csv, String accept) {
        return http().post(uri(operation), "text/csv", csv.getBytes(StandardCharsets.UTF_8), accept);
    }

    private static String uri(String operation) {
        return "/v1/models/table/" + operation;
    }

    private Http http() {
        return new Http(client);
    }

    private static String body(EntityExchangeResult<byte[]> answer) {
        return new String(answer.getResponseBody(), StandardCharsets.UTF_8);
    }
}
