package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.child.ChildProgram;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.run.RunFolder;
import dev.latent.run.RunPlan;
import dev.latent.run.RunRequest;
import dev.latent.run.attempt.TrainCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model trained as the service trains it, in a child process.
 *
 * @param folder of the version
 * @param seconds that the training took
 */
record TrainedVersion(Path folder, double seconds) {
    private static final long HEAP_BYTES = 512L << 20;
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());
    private static final long MOST_MINUTES = 60;

    /** Something smaller than the defaults. */
    record Small(String hyperparameters, int batchSize, long steps) {}

    /** @param small or null for the family's defaults */
    static TrainedVersion of(String family, Path dataset, @Nullable Small small, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        RunFolder run = new RunFolder(folder);
        Files.write(
                run.request(),
                Json.PRETTY.writeValueAsBytes(request(ModelFamilies.find(family).orElseThrow(), dataset, small)));
        Instant start = Instant.now();
        Process child = ChildProgram.training(TrainCommand.class, HEAP_BYTES, THREADS)
                .process(folder, List.of(TrainCommand.NAME, folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        assertThat(child.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue())
                .as(() -> "the training of a " + family + " wrote: " + output(folder))
                .isZero();
        return new TrainedVersion(
                run.version(), Duration.between(start, Instant.now()).toMillis() / 1e3);
    }

    private static <H extends Record> RunRequest request(ModelFamily<H> family, Path dataset, @Nullable Small small)
            throws IOException {
        TrainingDefaults defaults = family.profile().trainingDefaults();
        JsonNode given = small == null ? null : Json.MAPPER.readTree(small.hyperparameters);
        RunPlan plan = new RunPlan(
                family.id(),
                HyperparameterBinding.json(HyperparameterBinding.bind(family, data(dataset), given)),
                small == null ? defaults.epochs() : null,
                small == null ? null : small.steps,
                small == null ? defaults.batchSize() : small.batchSize,
                1,
                "train+validation");
        return RunRequest.byHand(plan, List.of(dataset), null, THREADS);
    }

    private static DataShape data(Path folder) throws IOException {
        try (Dataset dataset = Dataset.open(folder)) {
            DatasetDescription description = dataset.description();
            return new DataShape(description.shape(), description.classCount());
        }
    }

    private static String output(Path folder) {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException e) {
            return "nothing";
        }
    }
}
