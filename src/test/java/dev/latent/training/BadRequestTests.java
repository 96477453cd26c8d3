package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@TrainingTest
class BadRequestTests {
    @Autowired
    RestTestClient http;

    private TrainingClient client;

    @BeforeEach
    void start() {
        client = new TrainingClient(http);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    'family': 'vea'                                   | /family                         | There is no family vea; there are
                    'family': 3                                       | /family                         | family must be a text, not 3
                    'family': null                                    | /family                         | family is missing
                    'model': 'Über'                                   | /model                          | starts with a letter or a digit
                    'model': null                                     | /model                          | model is missing
                    'dataset': 'nowhere'                              | /dataset                        | There is no usable dataset nowhere
                    'dataset': null                                   | /dataset                        | dataset is missing
                    'datasetA': 'ring'                                | /datasetA                       | vae learns from one dataset: give dataset
                    'epochs': 0                                       | /epochs                         | epochs must be a whole number from 1 to 1000000, not 0
                    'epochs': 1.5                                     | /epochs                         | not 1.5
                    'epochs': '3'                                     | /epochs                         | not "3"
                    'epochs': 1, 'steps': 1                           | /steps                          | epochs and steps can't both be given
                    'minutes': 0                                      | /minutes                        | minutes must be a number above 0, of at most 100000, not 0
                    'minutes': '5'                                    | /minutes                        | not "5"
                    'patience': -1                                    | /patience                       | patience must be a whole number from 0
                    'augmentation': 'flip'                            | /augmentation                   | augmentation must be a list of flip, shift, cutout, brightness
                    'augmentation': ['twist']                         | /augmentation                   | not ["twist"]
                    'augmentation': ['flip']                          | /augmentation                   | augmentation is of pictures; ring has rows of values
                    'batchSize': 60001                                | /batchSize                      | batchSize must be
                    'batchSize': 1000000000000                        | /batchSize                      | not 1000000000000
                    'seed': -1                                        | /seed                           | seed must be a whole number from 0
                    'seed': 9007199254740992                          | /seed                           | seed must be a whole number
                    'trainOn': 'test'                                 | /trainOn                        | "train" or "train+validation", not "test"
                    'hyperparameters': []                             | /hyperparameters                | hyperparameters must be an object, not []
                    'hyperparameters': {'latentDimension': 2}         | /hyperparameters/latentDimension | there is no latentDimension; there are
                    'hyperparameters': {'latentDim': '2'}             | /hyperparameters/latentDim      | latentDim must be a whole number, not "2"
                    'hyperparameters': {'latentDim': 0}               | /hyperparameters/latentDim      | latentDim must be greater than or equal to 1, not 0
                    'hyperparameters': {'learningRate': 1e999}        | /hyperparameters/learningRate   | learningRate must be a number
                    'hyperparameters': {'hiddenUnits': [400, 'wide']} | /hyperparameters/hiddenUnits/1  | hiddenUnits/1 must be a whole number
                    'hyperparameters': {'covariance': 'round'}        | /hyperparameters/covariance     | covariance must be diagonal or full, not "round"
                    'from': 7                                         | /from                           | from must be an object, not 7
                    'from': {}                                        | /from/model                     | model is missing
                    'from': {'model': 'nobody'}                       | /from/model                     | there is no model 'nobody'
                    'from': {'model': 'nobody', 'version': 0.5}       | /from/version                   | version must be a number, "latest" or an alias
                    'epoch': 3                                        | /epoch                          | There is no epoch here; there are
                    """)
    void aBadFieldIsNamedWithTheFix(String field, String pointer, String detail) {
        JsonNode problem = TrainingClient.json(client.post(bodyWith(field))
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON));

        assertThat(problem.at("/errors").findValuesAsString("pointer")).contains("#" + pointer);
        assertThat(problem.at("/errors").findValuesAsString("detail")).anyMatch(said -> said.contains(detail));
    }

    /** A good body, with some fields replaced or added. Apostrophes stand for quotation marks. */
    private static String bodyWith(String fields) {
        String good = "{'family': 'vae', 'dataset': 'ring', 'model': 'bad', %s}";
        String name = fields.substring(0, fields.indexOf(':'));
        String rest = good.replaceAll(name + ": '[a-z]*', ", "");
        return rest.formatted(fields).replace('\'', '"');
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        JsonNode problem = TrainingClient.json(
                client.post("{\"family\": \"vae\", \"dataset\": \"nowhere\", \"seed\": \"x\", \"colour\": 1}"));

        assertThat(problem.at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("#/dataset", "#/model", "#/seed", "#/colour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "{\"seed\": NaN}",
                "{\"seed\": 1, \"seed\": 2}",
                "{} {}",
                "{\"family\": \"\u0000\"}",
            })
    void whatIsNoJsonIsABadRequest(String body) {
        client.post(body).expectStatus().isEqualTo(400).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void deepNestingIsABadRequest() {
        client.post("[".repeat(100_000)).expectStatus().isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "3", "\"text\""})
    void aBodyThatIsNoObjectIsRefused(String body) {
        client.post(body).expectStatus().isEqualTo(422);
    }

    @Test
    void anEndlessBodyIsRefused() {
        client.post("{\"model\": \"" + "a".repeat(2 << 20) + "\"}")
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void anotherContentTypeIsRefused() {
        http.post()
                .uri("/v1/training-jobs")
                .contentType(MediaType.TEXT_PLAIN)
                .body("a vae, please")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "cursor=%2B%2B, cursor",
        "cursor=eA, cursor",
        "status=DONE, status"
    })
    void aBadQueryParameterIsNamed(String query, String parameter) {
        JsonNode problem = TrainingClient.json(http.get()
                .uri(URI.create("/v1/training-jobs?" + query))
                .exchange()
                .expectStatus()
                .isEqualTo(400));

        assertThat(problem.at("/errors/0/parameter").stringValue()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/metrics", "/events", "/previews", "/previews/1"})
    void anUnknownJobIsNotFound(String path) {
        client.get("nobody" + path).expectStatus().isNotFound();
    }

    @Test
    void anAnswerThatNobodyCanGiveIsNotAcceptable() {
        http.get()
                .uri("/v1/training-jobs")
                .header("Accept", "image/png")
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aLastEventIdThatIsNoneIsABadHeader() {
        JsonNode problem = TrainingClient.json(http.get()
                .uri("/v1/training-jobs/nobody/events")
                .header("Last-Event-ID", "x")
                .exchange()
                .expectStatus()
                .isEqualTo(400));

        assertThat(problem.at("/errors/0/header").stringValue()).isEqualTo("Last-Event-ID");
    }
}
