package dev.latent.inference;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Requests as the tests make them. */
record Http(RestTestClient client) {
    static final String JSON = "application/json";
    static final String PNG = "image/png";
    static final String NPY = "application/x-npy";

    EntityExchangeResult<byte[]> get(String uri, String accept) {
        return client.get()
                .uri(uri)
                .accept(MediaType.parseMediaType(accept))
                .exchange()
                .expectBody()
                .returnResult();
    }

    EntityExchangeResult<byte[]> get(String uri, HttpHeaders headers) {
        return client.get()
                .uri(uri)
                .headers(all -> all.putAll(headers))
                .exchange()
                .expectBody()
                .returnResult();
    }

    EntityExchangeResult<byte[]> post(String uri, String contentType, byte[] body, String accept) {
        return client.post()
                .uri(uri)
                .contentType(MediaType.parseMediaType(contentType))
                .accept(MediaType.parseMediaType(accept))
                .body(body)
                .exchange()
                .expectBody()
                .returnResult();
    }
}
