package dev.latent;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests as the tests make them. */
public record Http(RestTestClient client) {
    public static final String JSON = "application/json";
    public static final String PNG = "image/png";
    public static final String NPY = "application/x-npy";

    public EntityExchangeResult<byte[]> get(String uri, String accept) {
        return client.get()
                .uri(uri)
                .accept(MediaType.parseMediaType(accept))
                .exchange()
                .expectBody()
                .returnResult();
    }

    public EntityExchangeResult<byte[]> get(String uri, HttpHeaders headers) {
        return client.get()
                .uri(uri)
                .headers(all -> all.putAll(headers))
                .exchange()
                .expectBody()
                .returnResult();
    }

    public EntityExchangeResult<byte[]> post(String uri, String contentType, byte[] body, String accept) {
        return client.post()
                .uri(uri)
                .contentType(MediaType.parseMediaType(contentType))
                .accept(MediaType.parseMediaType(accept))
                .body(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    public EntityExchangeResult<byte[]> put(String uri, String json) {
        return client.put()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange()
                .expectBody()
                .returnResult();
    }

    public EntityExchangeResult<byte[]> delete(String uri) {
        return client.delete().uri(uri).exchange().expectBody().returnResult();
    }

    public static JsonNode json(EntityExchangeResult<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.getResponseBody());
    }
}
