package dev.latent.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code smoke URL}: finds out whether a service works, by ten steps of training and a picture of what was trained. */
public final class SmokeCommand {
    public static final String NAME = "smoke";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int LONGEST_SECONDS = 600;

    private final ServiceClient service;
    private final PrintStream out;
    private final String model = "smoke-" + UUID.randomUUID();

    SmokeCommand(ServiceClient service, PrintStream out) {
        this.service = service;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: " + NAME + " URL");
            System.exit(2);
        }
        try {
            new SmokeCommand(new ServiceClient(URI.create(arguments[1])), System.out).run();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("The service does not work: " + e.getMessage());
            System.exit(1);
        }
    }

    /** @throws IOException with what went wrong; a job that failed is left to be looked at */
    void run() throws IOException, InterruptedException {
        service.awaitReady();
        out.println("ready: " + service.uri());
        String job = "/v1/training-jobs/" + submit();
        awaitEnd(job);
        out.println("trained: " + model);
        try {
            out.println("answered: a picture of " + pictureSize());
        } finally {
            service.delete("/v1/models/" + model + "?force=true");
            service.delete(job);
        }
        out.println("removed: " + model);
    }

    private String submit() throws IOException, InterruptedException {
        JsonNode job = service.post(
                "/v1/training-jobs",
                JSON.createObjectNode()
                        .put("family", "vae")
                        .put("dataset", "digits")
                        .put("model", model)
                        .put("steps", 10)
                        .put("seed", 7));
        return job.path("id").asString();
    }

    private void awaitEnd(String job) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(LONGEST_SECONDS).toNanos();
        JsonNode seen = service.get(job);
        while (seen.path("finishedAt").isNull() && System.nanoTime() < end) {
            Thread.sleep(PAUSE.toMillis());
            seen = service.get(job);
        }
        if (!seen.path("status").asString().equals("SUCCEEDED")) {
            throw new IOException("the job is " + seen.path("status").asString() + ": " + seen);
        }
    }

    private String pictureSize() throws IOException, InterruptedException {
        ImageIO.setUseCache(false); // there may be no folder for it
        byte[] png = service.picture("/v1/models/" + model + "/samples?count=16&seed=7");
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        if (picture == null) {
            throw new IOException("the samples are no picture");
        }
        return picture.getWidth() + "×" + picture.getHeight();
    }
}
