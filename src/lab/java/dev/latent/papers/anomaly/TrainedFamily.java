package dev.latent.papers.anomaly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.Reconstructs;
import dev.latent.family.folder.ModelFolder;
import dev.latent.files.Folders;
import dev.latent.measure.Deviations;
import dev.latent.measure.ThresholdFile;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.nn.engine.NativeOperations;
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

/** A family with its defaults, trained on rows as a job of the service is. */
record TrainedFamily(String family, Path scratch, int threads) {
    private static final int TOGETHER = 500;

    /** @param threshold that it learned for its usual rate of false alarms */
    record Outcome(double[] normal, double[] anomalies, double threshold) {}

    Outcome train(TableSplit split, long seed) throws IOException, RunFailure {
        Folders.delete(scratch);
        Path data = Files.createDirectories(scratch).resolve("table");
        write(split, data);
        RunFolder folder = new RunFolder(Files.createDirectories(scratch.resolve("run")));
        Files.write(folder.request(), Json.PRETTY.writeValueAsBytes(request(split, data, seed)));
        new Run(folder, report -> {}).train(() -> false);
        double threshold = ThresholdFile.read(folder.version()).orElseThrow().threshold();
        return new Outcome(
                scores(folder.version(), split.normal()), scores(folder.version(), split.anomalies()), threshold);
    }

    private static void write(TableSplit split, Path folder) throws IOException {
        DatasetLayout layout = new DatasetLayout(
                "table", SampleShape.of(split.columns()), null, ValueType.FLOAT32, "a half of a table's normal rows");
        try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
            writer.add(Split.TRAIN, values(split.training()), null);
            writer.finish();
        }
    }

    private RunRequest request(TableSplit split, Path data, long seed) throws IOException {
        TrainingDefaults usual =
                ModelFamilies.find(family).orElseThrow().profile().trainingDefaults();
        long batches = Math.max(1, split.training().length / usual.batchSize());
        boolean byEpochs = usual.epochs() * batches >= usual.updates();
        RunPlan plan = new RunPlan(
                family,
                Json.MAPPER.readTree("{}"),
                byEpochs ? usual.epochs() : null,
                byEpochs ? null : usual.updates(),
                usual.batchSize(),
                seed,
                "train");
        return RunRequest.byHand(plan, List.of(data), null, threads);
    }

    private static double[] scores(Path version, double[][] rows) throws IOException {
        double[] scores = new double[rows.length];
        try (NDManager manager = ComputeDevice.newManager()) {
            Reconstructs model = (Reconstructs) ModelFolder.load(version, manager);
            for (int from = 0; from < rows.length; from += TOGETHER) {
                double[][] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + TOGETHER));
                double[] piece = scores(model, manager, some);
                System.arraycopy(piece, 0, scores, from, piece.length);
            }
        }
        return scores;
    }

    private static double[] scores(Reconstructs model, NDManager parent, double[][] rows) {
        int columns = rows[0].length;
        try (NDManager manager = parent.newSubManager()) {
            NDArray deviations = model.deviations(manager.create(values(rows), new Shape(rows.length, columns)), null);
            int views = Math.toIntExact(deviations.getShape().get(1));
            float[] values = NativeOperations.rowMajor(deviations).toFloatArray();
            return new Deviations(values, views, columns).scores();
        }
    }

    private static float[] values(double[][] rows) {
        float[] values = new float[rows.length * rows[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return values;
    }
}
