package dev.latent.run;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.files.Folders;
import dev.latent.run.attempt.Run;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A run of a few steps on a few small images of its own. */
public final class SmallRun {
    private static final int STEPS = 9;
    private static final int IMAGES = 60;

    private final RunFolder folder;
    private final RunRequest request;
    private final List<RunReport> reports = new ArrayList<>();

    public SmallRun(Path folder, String family, String hyperparameters, long seed) throws IOException {
        this.folder = new RunFolder(folder);
        Files.createDirectories(folder);
        List<Path> datasets = new ArrayList<>(List.of(dataset(folder.resolve("a"), 1)));
        if (ModelFamilies.find(family).stream().anyMatch(ModelFamily::unpaired)) {
            datasets.add(dataset(folder.resolve("b"), 2));
        }
        JsonNode given = Json.MAPPER.readTree(hyperparameters);
        RunPlan plan = new RunPlan(family, given, null, (long) STEPS, 16, seed, "train");
        request = RunRequest.byHand(plan, datasets, null, 1);
        Files.write(this.folder.request(), Json.PRETTY.writeValueAsBytes(request));
    }

    /** So many steps, with this patience and at most these minutes. */
    SmallRun ofLength(long steps, @Nullable Integer patience, @Nullable Double minutes) throws IOException {
        RunPlan plan = request.plan();
        RunPlan other = new RunPlan(
                plan.family(),
                plan.hyperparameters(),
                null,
                steps,
                plan.batchSize(),
                plan.seed(),
                plan.trainOn(),
                minutes,
                patience,
                plan.augmentation());
        Files.write(
                folder.request(), Json.PRETTY.writeValueAsBytes(RunRequest.byHand(other, request.datasets(), null, 1)));
        return this;
    }

    /** How it ended. */
    RunReport.Finished end() {
        return (RunReport.Finished) reports.get(reports.size() - 1);
    }

    /** @return whether it is done */
    public boolean run() throws IOException, RunFailure {
        return new Run(folder, reports::add).train(() -> false);
    }

    /** Tells it to stop after so many steps. @return whether it is done */
    public boolean stopAfter(int steps) throws IOException, RunFailure {
        AtomicInteger asked = new AtomicInteger();
        return new Run(folder, reports::add).train(() -> asked.getAndIncrement() == steps);
    }

    /** Publishes what its newest checkpoint has. */
    void publish() throws IOException, RunFailure {
        new Run(folder, reports::add).publish(folder.version());
    }

    /** To be trained for so many epochs, of 3 steps each. */
    public RunFolder ofEpochs(int epochs) throws IOException {
        RunPlan plan = request.plan();
        RunPlan longer = new RunPlan(
                plan.family(), plan.hyperparameters(), epochs, null, plan.batchSize(), plan.seed(), plan.trainOn());
        RunRequest other = RunRequest.byHand(longer, request.datasets(), null, 1);
        Files.write(folder.request(), Json.PRETTY.writeValueAsBytes(other));
        return folder;
    }

    List<RunReport> reports() {
        return reports;
    }

    /** Those that it reports at its end. */
    Map<String, Double> losses() {
        return ((RunReport.Finished) reports.get(reports.size() - 1)).losses();
    }

    /** Puts other images under the same name. */
    void replaceData() throws IOException {
        Folders.delete(request.datasets().get(0));
        dataset(request.datasets().get(0), 3);
    }

    public byte[] file(String name) throws IOException {
        return Files.readAllBytes(folder.version().resolve(name));
    }

    private static Path dataset(Path target, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        DatasetLayout layout = new DatasetLayout(
                "small" + seed, new SampleShape.Image(1, 8, 8), List.of("dark", "light"), ValueType.UINT8, "test");
        try (DatasetWriter writer = DatasetWriter.create(target, layout)) {
            for (int i = 0; i < IMAGES; i++) {
                byte[] pixels = new byte[64];
                random.nextBytes(pixels);
                writer.add(Split.TRAIN, pixels, new int[] {i % 2});
            }
            writer.finish();
        }
        return target;
    }
}
