package dev.latent.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An HTTP request, ready to be sent. */
record Request(byte[] bytes) {
    static Request get(String path, String accept) {
        return of("GET", path, "Accept: " + accept + "\r\n", new byte[0]);
    }

    static Request post(String path, String contentType, byte[] body, String accept) {
        return of("POST", path, "Accept: " + accept + "\r\nContent-Type: " + contentType + "\r\n", body);
    }

    static Request postJson(String path, String json) {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private static Request of(String method, String path, String headers, byte[] body) {
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return new Request(all);
    }
}
