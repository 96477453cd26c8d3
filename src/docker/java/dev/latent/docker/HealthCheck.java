package dev.latent.docker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The image's health check: ends with 0 if the service takes requests, else with 1 and a line that says why not. It is
 * asked every few seconds, so it starts no more of Java than a socket.
 */
public final class HealthCheck {
    private static final String READINESS = "/actuator/health/readiness";
    private static final int PATIENCE_MILLIS = 3000;

    private HealthCheck() {}

    public static void main(String[] arguments) {
        Path home = Path.of(System.getenv().getOrDefault("LATENT_HOME", "/data"));
        try {
            String answer = ask(ServedAddress.in(home));
            System.out.println(answer);
            System.exit(isOk(answer) ? 0 : 1);
        } catch (IOException e) {
            System.out.println(e);
            System.exit(1);
        }
    }

    static boolean isOk(String answer) {
        return answer.startsWith("HTTP/1.1 200 ");
    }

    /** Its status line. */
    static String ask(URI service) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request(service).getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return status == null ? "no answer" : status;
        }
    }

    private static String request(URI service) {
        return "GET " + READINESS + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nConnection: close\r\n\r\n";
    }
}
