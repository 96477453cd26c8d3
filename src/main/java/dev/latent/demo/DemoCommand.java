package dev.latent.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo URL FOLDER}: trains a cGAN and a denoiser at the service and writes what they make into the folder. */
public final class DemoCommand {
    public static final String NAME = "demo";
    private static final JsonMapper JSON = new JsonMapper();

    private final ServiceClient service;
    private final Path folder;
    private final PrintStream out = System.out;

    private DemoCommand(ServiceClient service, Path folder) {
        this.service = service;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 3) {
            System.err.println("usage: " + NAME + " URL FOLDER");
            System.exit(2);
        }
        try {
            new DemoCommand(new ServiceClient(URI.create(arguments[1])), Path.of(arguments[2])).run();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("\nThe demo ended early: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        service.awaitReady();
        Files.createDirectories(folder);
        String dataset = dataset();
        train("denoising-autoencoder", "demo-denoiser", dataset, 4);
        write(
                "denoised.png",
                "/v1/models/demo-denoiser/denoised?dataset=" + dataset
                        + "&split=test&index=0&count=10&noise=gaussian&level=0.5&seed=7",
                List.of("clean", "noisy", "denoised"),
                List.of());
        new Verdict(service, out).tell("demo-denoiser", "psnrDenoised");
        train("cgan", "demo-cgan", dataset, 5);
        write("generated.png", "/v1/models/demo-cgan/samples?count=100&seed=7", List.of(), classes(dataset));
        new Verdict(service, out).tell("demo-cgan", "labelAccuracy");
        out.println("\nThe same with curl:\n" + service.curlLines());
        out.println("Both models stay: see " + service.uri());
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

    /** Without a label the classes of generated samples take turns: of ten, each has a column of ten. */
    private List<String> classes(String dataset) throws IOException, InterruptedException {
        List<String> classes = new ArrayList<>();
        service.get("/v1/datasets/" + dataset).path("classes").forEach(name -> classes.add(name.asString()));
        return classes;
    }

    /** Enlarged and labelled: what the service answers is as small as the samples are. */
    private void write(String name, String path, List<String> rows, List<String> columns)
            throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Files.write(file, LabelledPicture.draw(service.picture(path), rows, columns));
        out.println("  wrote " + file);
    }
}
