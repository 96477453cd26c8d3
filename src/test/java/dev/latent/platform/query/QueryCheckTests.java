package dev.latent.platform.query;

import static dev.latent.Http.JSON;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** A query that an operation doesn't understand is refused as a whole, before anything is done. */
@ServiceTest
class QueryCheckTests {
    private Http http;

    @BeforeEach
    void start(@Autowired RestTestClient client) {
        http = new Http(client);
    }

    @ParameterizedTest(name = "{0} {1}?{2}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /v1/models/nobody/samples           | cuont=2   | cuont is not known here; did you mean count?
            GET    | /v1/models/nobody/samples           | sample=2  | there are version, seed, count, label
            GET    | /v1/families                        | Limit=2   | did you mean limit?
            GET    | /v1/families/vae                    | x=1       | x is not known here
            GET    | /v1/datasets                        | q=ring    | there are limit, cursor
            GET    | /v1/datasets/ring/samples           | slpit=x   | did you mean split?
            GET    | /v1/training-jobs                   | state=x   | did you mean status?
            GET    | /v1/models/nobody/versions/1/export | formt=x   | did you mean format?
            POST   | /v1/training-jobs/nothing/cancel    | force=1   | there are no query parameters
            POST   | /v1/training-jobs                   | dryrun=1  | did you mean dryRun?
            POST   | /v1/models/nobody/denoise           | sead=1    | did you mean seed?
            PUT    | /v1/models/nobody/aliases/champion  | version=2 | there are no query parameters
            DELETE | /v1/models/nobody/aliases/champion  | force=1   | there are no query parameters
            """)
    void aParameterThatTheOperationDoesNotKnowIsNamedWithTheNearestOne(
            String method, String path, String query, String detail) {
        EntityExchangeResult<byte[]> answer = switch (method) {
            case "POST" -> http.post(path + "?" + query, JSON, "{}".getBytes(), JSON);
            case "PUT" -> http.put(path + "?" + query, "{\"version\": 1}");
            case "DELETE" -> http.delete(path + "?" + query);
            default -> http.get(path + "?" + query, JSON);
        };

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo(query.split("=")[0]);
        assertThat(json(answer).at("/detail").stringValue()).contains(detail);
    }

    @Test
    void everythingThatIsWrongWithAQueryIsToldAtOnce() {
        JsonNode errors = json(http.get("/v1/models/nobody/samples?count=0&seed=x&version=1&version=2&sede=3", JSON))
                .get("errors");

        assertThat(errors.findValuesAsString("parameter")).containsExactly("sede", "version", "seed", "count");
        assertThat(errors.findValuesAsString("detail"))
                .contains("seed must be a whole number, not 'x'", "count must be at least 1");
    }

    @Test
    void anUploadIsToldThatItsFieldsStandInTheForm() {
        JsonNode answer = json(
                http.post("/v1/datasets?name=mine", "multipart/form-data; boundary=x", "--x--\r\n".getBytes(), JSON));

        assertThat(answer.at("/errors/0/parameter").stringValue()).isEqualTo("name");
        assertThat(answer.at("/detail").stringValue()).contains("a field of the form");
    }
}
