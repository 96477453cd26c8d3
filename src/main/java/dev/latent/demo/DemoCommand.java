package dev.latent.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo URL FOLDER}: trains a cGAN and a denoiser at the service and writes what they make into the folder. */
public final class DemoCommand {
    public static final String NAME = "demo";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int STARTING_SECONDS = 120;

    private final ServiceClient service;
    private final Path folder;
    private final PrintStream out = System.out;

    private DemoCommand(ServiceClient service, Path folder) {
        this.service = service;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 3) {
            System.err.println("usage: " + NAME + " URL FOLDER");
            System.exit(2);
        }
        new DemoCommand(new ServiceClient(URI.create(arguments[1])), Path.of(arguments[2])).run();
    }

    private void run() throws IOException, InterruptedException {
        awaitReady();
        Files.createDirectories(folder);
        String dataset = dataset();
        train("denoising-autoencoder", "demo-denoiser", dataset, 4);
        write(
                "denoised.png",
                "/v1/models/demo-denoiser/denoised?dataset=" + dataset
                        + "&split=test&index=0&count=10&noise=gaussian&level=0.5&seed=7");
        train("cgan", "demo-cgan", dataset, 5);
        write("generated.png", "/v1/models/demo-cgan/samples?count=100&seed=7");
        out.println("\nThe same with curl:\n" + service.curlLines());
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int second = 0; !service.isReady(); second++) {
            if (second == STARTING_SECONDS) {
                throw new IOException("the service did not become ready within " + STARTING_SECONDS + " s");
            }
            Thread.sleep(1000);
        }
    }

    /** {@code mnist} where the service has it, else the digits that it draws itself. */
    private String dataset() throws IOException, InterruptedException {
        for (JsonNode dataset : service.get("/v1/datasets?limit=200").path("items")) {
            if (dataset.path("name").asString().equals("mnist")) {
                return "mnist";
            }
        }
        return "digits";
    }

    private void train(String family, String model, String dataset, int epochs)
            throws IOException, InterruptedException {
        out.printf("%nTraining a %s on %s for %d epochs%n", family, dataset, epochs);
        JsonNode job = service.post(
                "/v1/training-jobs",
                JSON.createObjectNode()
                        .put("family", family)
                        .put("dataset", dataset)
                        .put("model", model)
                        .put("epochs", epochs)
                        .put("seed", 1));
        new JobFollower(service, out).follow(job.path("id").asString());
    }

    private void write(String name, String path) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Files.write(file, service.picture(path));
        out.println("  wrote " + file);
    }
}
