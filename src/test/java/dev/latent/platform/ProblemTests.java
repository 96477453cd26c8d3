package dev.latent.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.ServiceTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ProblemTests {
    @Autowired
    RestTestClient http;

    @LocalServerPort
    int port;

    @Test
    void anUnknownPathIsAProblem() {
        http.get()
                .uri("/v1/nowhere")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("about:blank")
                .jsonPath("$.title")
                .isEqualTo("Not Found")
                .jsonPath("$.detail")
                .isEqualTo("There is nothing at /v1/nowhere");
    }

    @Test
    void anUnknownMethodIsAProblem() {
        http.method(HttpMethod.PATCH)
                .uri("/v1/families")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void everyAnswerHasARequestId() {
        http.get().uri("/v1/nowhere").exchange().expectHeader().exists("X-Request-Id");
    }

    @Test
    void aSensibleRequestIdOfTheClientIsKept() {
        http.get()
                .uri("/v1/families")
                .header("X-Request-Id", "mine-1")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "mine-1");
    }

    @Test
    void aRequestIdThatIsNoneIsReplaced() {
        http.get()
                .uri("/v1/families")
                .header("X-Request-Id", "a b")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).doesNotContain(" "));
    }

    @Test
    void theOpenApiDocumentIsServed() {
        http.get()
                .uri("/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.info.title")
                .isEqualTo("Latent Server");
    }

    @Test
    void healthAndMetricsAreServed() {
        http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        http.get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
        http.get().uri("/docs").exchange().expectStatus().is3xxRedirection();
    }

    @Test
    void aRequestThatIsNoHttpIsAProblemToo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write("GET /a|b HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "about:blank");
        }
    }

    @Test
    void aMethodThatTheContainerRefusesIsAProblemWithARequestId() {
        http.method(HttpMethod.TRACE)
                .uri("/v1/families")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists("X-Request-Id");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/v1/datasets?limit=%zz, limit",
        "/v1/families?limit=2&cursor=%, cursor",
        "/v1/training-jobs?%2=1, %2",
        "/v1/models?cursor=%ff, cursor",
        "/v1/models/none/samples?version=%, version",
    })
    void aParameterThatCantBeDecodedIsNamed(String target, String parameter) throws IOException {
        String answer = raw(target, "application/json");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "about:blank", "\"parameter\":\"" + parameter + "\"", "%25");
    }

    @ParameterizedTest
    @CsvSource({"limit=1&limit=1, limit", "cursor=a&cursor=b, cursor"})
    void aParameterThatIsTakenOnceIsNotTakenTwice(String query, String parameter) {
        http.get()
                .uri("/v1/datasets?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/families", "/v1/models/none/versions/1/quality", "/v1/nowhere", "/v1/datasets?limit=0"})
    void anAcceptHeaderThatIsNoneStillGetsAProblem(String target) throws IOException {
        assertThat(raw(target, "foo"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json", "\"type\":\"about:blank\"", "\"status\":4");
    }

    @Test
    void anAcceptHeaderThatIsNoneIsNamed() throws IOException {
        assertThat(raw("/v1/families", "foo")).startsWith("HTTP/1.1 400").contains("\"header\":\"Accept\"");
    }

    /** As no client would send it. */
    private String raw(String target, String accept) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: " + accept
                    + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
