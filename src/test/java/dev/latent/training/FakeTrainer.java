package dev.latent.training;

import dev.latent.family.Json;
import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.run.Cost;
import dev.latent.run.RunFolder;
import dev.latent.run.RunReport;
import dev.latent.run.RunRequest;
import dev.latent.run.StopReason;
import dev.latent.run.attempt.TrainCommand;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stands for the child process that trains: speaks as it does, computes nothing, and comes to the end that it is told,
 * in whatever way. Arguments: the behaviour, then those of the real one.
 */
final class FakeTrainer {
    private static final RunReport ESTIMATE = new RunReport.Estimated(new Cost(
            Map.of("encoder", 6L),
            List.of(new Cost.Layer("encoder", "dense.weight", new long[] {2, 3})),
            200_000_000,
            100,
            2,
            1.5,
            30,
            List.of(),
            List.of("that is short")));

    static final int CHECKPOINT = 60;

    private final RunFolder folder;
    private final RunRequest request;

    private FakeTrainer(RunFolder folder) throws IOException {
        this.folder = folder;
        this.request = Json.MAPPER.readValue(folder.request(), RunRequest.class);
    }

    public static void main(String[] arguments) throws Exception {
        new FakeTrainer(new RunFolder(Path.of(arguments[2]))).behave(arguments[0].split(" "));
    }

    private void behave(String[] behaviour) throws Exception {
        report(new RunReport.Started(
                Files.exists(checkpoint()) ? CHECKPOINT : 0, 100, 2, List.of("Nothing is varied.")));
        report(new RunReport.Progress(50, 100, 1, 2, 1000, 2.5, 3, Map.of("loss", 0.5)));
        switch (behaviour[0]) {
            case "finish" -> finish();
            case "finish-once" -> finishOnce(Path.of(behaviour[1]));
            case "finish-at" -> finishAt(Integer.parseInt(behaviour[1]));
            case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(behaviour[1]));
            case "signal" -> signal(behaviour[1]);
            case "diverge" -> fail(new RunReport.Failed(RunReport.Code.DIVERGED, "loss became NaN at step 60", false));
            case "stumble" -> fail(new RunReport.Failed(RunReport.Code.STORAGE, "the disk is full", true));
            case "run" -> untilStopped();
            case "be-deaf" -> beDeaf();
            case "estimate" -> report(ESTIMATE);
            case "flood" -> flood();
            case "eat" -> eat();
            default -> throw new IllegalArgumentException(behaviour[0]);
        }
    }

    private void finishAt(int attempt) throws IOException, InterruptedException {
        if (request.attempt() < attempt) {
            Runtime.getRuntime().halt(9);
        }
        finish();
    }

    private void finishOnce(Path there) throws IOException, InterruptedException {
        while (Files.notExists(there)) {
            Thread.sleep(20);
        }
        finish();
    }

    private void finish() throws IOException {
        Files.writeString(folder.losses(), "step,loss\n50,0.5\n100,0.25\n");
        Files.createDirectories(folder.previews());
        Files.write(folder.previews().resolve("100.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        report(new RunReport.Preview(100));
        report(new RunReport.Epoch(2, 2, 100, Map.of("loss", 0.25)));
        Files.createDirectories(folder.version());
        Files.write(folder.version().resolve("model.json"), Json.MAPPER.writeValueAsBytes(description()));
        Files.writeString(folder.version().resolve("decoder.safetensors"), "weights");
        report(new RunReport.Finished(
                100, Map.of("loss", 0.25), new StopReason(StopReason.LENGTH, "It came to its end.")));
    }

    private ModelDescription description() {
        return new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                request.plan().family(),
                Set.of(Operation.GENERATE),
                request.plan().hyperparameters(),
                new SampleShape.Vector(2),
                null,
                null,
                List.of(),
                request.plan().seed(),
                request.job(),
                2,
                "test",
                Instant.EPOCH);
    }

    private static void fail(RunReport.Failed failed) {
        report(failed);
        Runtime.getRuntime().halt(1);
    }

    private static void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kill",
                        "-" + name,
                        String.valueOf(ProcessHandle.current().pid()))
                .start()
                .waitFor();
        Thread.sleep(10_000);
    }

    private void untilStopped() throws IOException {
        while (System.in.read() >= 0) {
            // until the other side closes it
        }
        Files.createDirectories(folder.checkpoints());
        Files.writeString(checkpoint(), "checkpoint");
        report(new RunReport.Checkpoint(CHECKPOINT));
        Runtime.getRuntime().halt(TrainCommand.STOPPED);
    }

    private void beDeaf() throws IOException, InterruptedException {
        Files.createDirectories(folder.checkpoints());
        Files.writeString(folder.checkpoints().resolve("40.safetensors"), "checkpoint");
        report(new RunReport.Checkpoint(40));
        report(new RunReport.Progress(51, 100, 1, 2, 1000, 2.5, 3, Map.of("loss", 0.5)));
        Thread.sleep(60_000);
    }

    private Path checkpoint() {
        return folder.checkpoints().resolve(CHECKPOINT + ".safetensors");
    }

    private void flood() throws IOException {
        String line = "x".repeat(1023);
        for (int i = 0; i < 20_000; i++) {
            System.out.println(line);
            System.err.println(line);
        }
        System.out.println("{" + "y".repeat(1 << 20));
        for (int i = 0; i < 200; i++) {
            report(new RunReport.Progress(i, 200, 1, 1, 1000, 2.5, 3, Map.of("loss", 0.5)));
        }
        finish();
    }

    private static void eat() throws InterruptedException {
        List<byte[]> eaten = new ArrayList<>();
        while (eaten.size() < 50) {
            byte[] bite = new byte[16 << 20];
            Arrays.fill(bite, (byte) 1);
            eaten.add(bite);
            Thread.sleep(5);
        }
        Thread.sleep(60_000);
    }

    private static void report(RunReport report) {
        System.out.println(Json.MAPPER.writerFor(RunReport.class).writeValueAsString(report));
        System.out.flush();
    }
}
