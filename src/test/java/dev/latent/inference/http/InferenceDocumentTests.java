package dev.latent.inference.http;

import static dev.latent.Http.JSON;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@ServiceTest
class InferenceDocumentTests {
    @Test
    void parametersAndTheirBoundsAreInTheOpenApiDocument(@Autowired RestTestClient client) {
        JsonNode document = json(new Http(client).get("/openapi.json", JSON));

        JsonNode samples =
                document.at("/paths").get("/v1/models/{model}/samples").at("/get/parameters");
        assertThat(samples.findValuesAsString("name")).contains("model", "version", "seed", "count", "label");
        assertThat(samples.toString()).contains("\"maximum\":1000000000000");
        JsonNode denoise =
                document.at("/paths").get("/v1/models/{model}/denoise").at("/post");
        assertThat(denoise.at("/requestBody/content").propertyNames()).contains("image/png", "application/x-npy");
        assertThat(denoise.at("/description").stringValue()).contains("overlapping tiles", "a grid of samples too");
        assertThat(denoise.at("/summary").toString() + denoise.at("/tags")).contains("Inference");
    }
}
