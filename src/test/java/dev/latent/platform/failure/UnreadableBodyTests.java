package dev.latent.platform.failure;

import static dev.latent.Http.JSON;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class UnreadableBodyTests {
    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("words").isEmpty()) {
            TestModels.publish(registry, "words", "vae", TestModels.POINT);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"version": "x"}            | 422 | #/version | version must be a whole number
            {"version": "2"}            | 422 | #/version | version must be a whole number
            {"version": [1]}            | 422 | #/version | version must be a whole number
            {"version": {}}             | 422 | #/version | version must be a whole number
            {"version": 99999999999}    | 422 | #/version | version must be a whole number
            {"version": 1.5}            | 422 | #/version | version must be a whole number
            {"versoin": 1}              | 422 | #/versoin | did you mean version?
            []                          | 422 | #         | The body must be an object
            3                           | 422 | #         | The body must be an object
            {"version": 1               | 400 | #         | line 1, column
            {"version": NaN}            | 400 | #         | 'NaN'
            {"version": 1} 2            | 400 | #         | something follows it
            nothing                     | 400 | #         | nothing
            """)
    void aBodyThatDoesNotFitIsToldWithoutAWordOfJava(
            String body, int status, String pointer, String detail, @Autowired RestTestClient client) {
        EntityExchangeResult<byte[]> answer = new Http(client).put("/v1/models/any/aliases/champion", body);

        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(json(answer).at("/errors/0/pointer").stringValue()).isEqualTo(pointer);
        assertThat(json(answer).at("/detail").stringValue())
                .contains(detail)
                .doesNotContainPattern("[a-z]+\\.[a-zA-Z]+\\.|Source|`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /v1/training-jobs         | {"family": "vae"} true
            /v1/training-jobs         | {"family":
            /v1/training-jobs         | {"family": NaN}
            /v1/training-jobs         | {"family": 1, "family": 2}
            /v1/models/words/decode   | {"values": [[NaN]]}
            /v1/models/words/decode   | {"values": [[1]]
            """)
    void brokenJsonIsToldWithItsPlace(String path, String body, @Autowired RestTestClient client) {
        EntityExchangeResult<byte[]> answer = new Http(client).post(path, JSON, body.getBytes(), JSON);

        assertThat(new String(answer.getResponseBody()))
                .contains("line 1, column")
                .doesNotContainPattern("jackson|Feature|Source|`");
    }
}
