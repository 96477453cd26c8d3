package dev.latent.run.loop;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Json;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelFolder;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import dev.latent.measure.ThresholdFile;
import dev.latent.nn.training.TrainingState;
import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.RunPlan;
import dev.latent.run.RunRequest;
import dev.latent.run.attempt.Run;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings on tables so small that the model knows every row by heart. */
@EngineTest
class CalibrationTests {
    private static final int COLUMNS = 12;
    private static final int NORMAL = 600;
    private static final String WIDE = "{\"hiddenUnits\": [128], \"latentDim\": 8, \"learningRate\": 0.003}";

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(7);

    @BeforeEach
    void writeTable() throws IOException {
        write("table", 100, 20);
        write("normal", NORMAL, 0);
    }

    @Test
    void rowsThatTheModelNeverSawAreNotCalledAnomalousThoughItWasTrainedOnAllThatThereWere(NDManager manager)
            throws IOException, RunFailure {
        train("run", "table", "train+validation", 600, 1, null);

        AnomalyThreshold threshold = threshold("run");
        assertThat(threshold.rows()).isEqualTo(CalibrationRows.CROSS_FITTED);
        assertThat(threshold.count()).isEqualTo(120);
        assertThat(shareAbove(threshold.threshold(), "table", Split.TRAIN, manager))
                .isZero();
        assertThat(shareAbove(threshold.threshold(), "normal", Split.TRAIN, manager))
                .isLessThan(0.04);
        double half = threshold.at(0.5).orElseThrow();
        assertThat(shareAbove(half, "normal", Split.TRAIN, manager)).isBetween(0.3, 0.6);
        assertThat(shareAbove(half, "table", Split.TRAIN, manager)).isLessThan(0.2);
    }

    @Test
    void noMoreScoresAreKeptThanAreOfUse() throws IOException, RunFailure {
        write("medium", 2500, 500);
        train("run", "medium", "train+validation", 3, 1, null);

        assertThat(threshold("run").rows()).isEqualTo(CalibrationRows.CROSS_FITTED);
        assertThat(threshold("run").count()).isEqualTo(2000);
    }

    @Test
    void whatIsLearnedBesideDoesNotChangeTheModel() throws IOException, RunFailure {
        train("beside", "table", "train+validation", 30, 1, null);
        Path start = train("untrained", "table", "train+validation", 30, 1, null);
        Files.delete(start.resolve("threshold.json"));

        assertThat(file("beside", "encoder.safetensors")).isEqualTo(file("untrained", "encoder.safetensors"));
        assertThat(file("beside", "losses.csv")).isEqualTo(file("untrained", "losses.csv"));
    }

    @Test
    void aRunThatGoesOnFromACheckpointLearnsTheThresholdOfAnUninterruptedOne() throws IOException, RunFailure {
        train("whole", "table", "train+validation", 30, 1, null);
        Path run = request("parts", "table", "train+validation", 30, 1, null);
        AtomicInteger asked = new AtomicInteger();

        assertThat(new Run(new RunFolder(run), report -> {}).train(() -> asked.getAndIncrement() == 13))
                .isFalse();
        assertThat(new Run(new RunFolder(run), report -> {}).train(() -> false)).isTrue();

        assertThat(file("parts", "threshold.json")).isEqualTo(file("whole", "threshold.json"));
    }

    @Test
    void aVersionTellsWhatItWasTrainedOnAndWhatWasHeldBack() throws IOException, RunFailure {
        write("large", 4500, 500);
        ModelDescription description = ModelFolder.read(train("run", "large", "train+validation", 3, 1, null));

        assertThat(description.datasets().get(0).trainOn()).isEqualTo("train+validation");
        assertThat(description.datasets().get(0).heldBack()).isEqualTo(500);
        assertThat(threshold("run").rows()).isEqualTo(CalibrationRows.HELD_BACK);
    }

    @Test
    void aVersionThatStartsFromOneWithTheSameRowsHeldBackLeavesThemOutAgain() throws IOException, RunFailure {
        write("large", 4500, 500);
        Path first = train("first", "large", "train+validation", 3, 1, null);

        train("second", "large", "train+validation", 3, 2, first);

        assertThat(threshold("second").rows()).isEqualTo(CalibrationRows.HELD_BACK);
        assertThat(threshold("second").count()).isEqualTo(500);
    }

    @Test
    void aVersionThatStartsFromOneThatKnowsAllRowsLearnsOnTheTestSplitOrNotAtAll() throws IOException, RunFailure {
        Path first = train("first", "table", "train+validation", 3, 1, null);

        assertThat(train("second", "table", "train+validation", 3, 2, first).resolve("threshold.json"))
                .doesNotExist();
    }

    @Test
    void familiesWithoutAnomalyScoresTrainOnAllRows() throws IOException, RunFailure {
        write("large", 4500, 500);
        Path version = train("run", "large", "train+validation", 3, 1, null, "gan", "{}");

        assertThat(ModelFolder.read(version).datasets().get(0).heldBack()).isNull();
        assertThat(version.resolve("threshold.json")).doesNotExist();
    }

    private Path train(String run, String table, String trainOn, long steps, long seed, @Nullable Path from)
            throws IOException, RunFailure {
        return train(run, table, trainOn, steps, seed, from, "autoencoder", WIDE);
    }

    /** @return the version's folder */
    private Path train(
            String run,
            String table,
            String trainOn,
            long steps,
            long seed,
            @Nullable Path from,
            String family,
            String hyperparameters)
            throws IOException, RunFailure {
        RunFolder folder = new RunFolder(request(run, table, trainOn, steps, seed, from, family, hyperparameters));
        assertThat(new Run(folder, report -> {}).train(() -> false)).isTrue();
        return folder.version();
    }

    private Path request(String run, String table, String trainOn, long steps, long seed, @Nullable Path from)
            throws IOException {
        return request(run, table, trainOn, steps, seed, from, "autoencoder", WIDE);
    }

    private Path request(
            String run,
            String table,
            String trainOn,
            long steps,
            long seed,
            @Nullable Path from,
            String family,
            String hyperparameters)
            throws IOException {
        RunFolder target = new RunFolder(Files.createDirectories(folder.resolve(run)));
        RunPlan plan = new RunPlan(family, Json.MAPPER.readTree(hyperparameters), null, steps, 64, seed, trainOn);
        RunRequest request = RunRequest.byHand(plan, List.of(folder.resolve(table)), from, 1);
        Files.write(target.request(), Json.PRETTY.writeValueAsBytes(request));
        return target.path();
    }

    private AnomalyThreshold threshold(String run) throws IOException {
        return ThresholdFile.read(folder.resolve(run).resolve("version")).orElseThrow();
    }

    private byte[] file(String run, String name) throws IOException {
        return Files.readAllBytes(folder.resolve(run).resolve("version").resolve(name));
    }

    /** Of a table's rows as the run's version scores them. */
    private double shareAbove(double threshold, String table, Split split, NDManager manager) throws IOException {
        Path version = folder.resolve("run/version");
        GenerativeModel model = ModelFolder.load(version, manager);
        try (Dataset dataset = Dataset.open(folder.resolve(table))) {
            double[] scores = new ServedModel(model, new NoTraining())
                    .find(dataset.split(split), manager)
                    .scores();
            return Arrays.stream(scores).filter(score -> score > threshold).count() / (double) scores.length;
        }
    }

    private record NoTraining() implements TrainingStep {
        @Override
        public Map<String, NDArray> update(List<TrainingBatch> batches) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TrainingState state() {
            throw new UnsupportedOperationException();
        }
    }

    /** Normal numbers, so that there is nothing to be learned but the rows themselves. */
    private void write(String name, int train, int validation) throws IOException {
        DatasetLayout layout = new DatasetLayout(name, SampleShape.of(COLUMNS), null, ValueType.FLOAT32, "test");
        try (DatasetWriter writer = DatasetWriter.create(folder.resolve(name), layout)) {
            writer.add(Split.TRAIN, numbers(train), null);
            writer.add(Split.VALIDATION, numbers(validation), null);
            writer.finish();
        }
    }

    private float[] numbers(int rows) {
        float[] numbers = new float[rows * COLUMNS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
