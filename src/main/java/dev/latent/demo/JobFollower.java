package dev.latent.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draws a job's progress until it ends. */
final class JobFollower {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WIDTH = 30;

    private final ServiceClient service;
    private final PrintStream out;
    private final boolean terminal = System.console() != null;
    private final TimeLeft timeLeft = new TimeLeft();
    private int shownTenth = -1;

    JobFollower(ServiceClient service, PrintStream out) {
        this.service = service;
        this.out = out;
    }

    /** @throws IOException where the job does not succeed */
    void follow(String job) throws IOException, InterruptedException {
        String path = "/v1/training-jobs/" + job;
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(service.events(path + "/events"), StandardCharsets.UTF_8))) {
            String event = "";
            for (String line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring("event:".length()).trim();
                } else if (line.startsWith("data:") && event.equals("progress")) {
                    draw(JSON.readTree(line.substring("data:".length())));
                }
            }
        }
        out.println();
        JsonNode finished = service.get(path);
        if (!finished.path("status").asString().equals("SUCCEEDED")) {
            throw new IOException("the job ended as " + finished.path("status") + ": " + finished.path("error"));
        }
    }

    private void draw(JsonNode data) {
        JsonNode progress = data.path("progress");
        double fraction = progress.path("fraction").asDouble();
        String left = left(fraction);
        if (!terminal) {
            if ((int) (fraction * 10) == shownTenth) {
                return;
            }
            shownTenth = (int) (fraction * 10);
        }
        int full = (int) (WIDTH * fraction);
        String losses = data.path("losses").properties().stream()
                .map(loss -> "%s %.3f".formatted(loss.getKey(), loss.getValue().asDouble()))
                .collect(Collectors.joining("  "));
        out.print((terminal ? "\r" : "\n")
                + "  %s%s %3.0f%%  %s  %s"
                        .formatted("█".repeat(full), "░".repeat(WIDTH - full), 100 * fraction, left, losses)
                + (terminal ? "\u001b[K" : ""));
        out.flush();
    }

    private String left(double fraction) {
        Duration left = timeLeft.at(Instant.now(), fraction);
        if (left == null) {
            return "             ";
        }
        return left.toSeconds() >= 60
                ? "%2d min %02d s left".formatted(left.toMinutes(), left.toSecondsPart())
                : "       %2d s left".formatted(left.toSeconds());
    }
}
