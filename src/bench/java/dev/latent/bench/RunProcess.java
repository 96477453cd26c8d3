package dev.latent.bench;

import dev.latent.child.ChildProgram;
import dev.latent.family.Json;
import dev.latent.run.RunFolder;
import dev.latent.run.RunPlan;
import dev.latent.run.RunRequest;
import dev.latent.run.Setting;
import dev.latent.run.attempt.TrainCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A training run as the service starts it. */
final class RunProcess {
    private static final long HEAP = 512L << 20;

    private RunProcess() {}

    /** Trains to the end. @param progress is told of each report of progress, and the process's id */
    static void run(Path folder, Setting setting, Path dataset, long steps, Progress progress) throws Exception {
        Files.createDirectories(folder);
        RunFolder run = new RunFolder(folder);
        Files.writeString(run.request(), Json.MAPPER.writeValueAsString(request(setting, dataset, steps)));
        Process process = ChildProgram.training(dev.latent.LatentServer.class, HEAP, setting.threads())
                .process(folder, List.of(TrainCommand.NAME, folder.toString(), TrainCommand.SUPERVISED))
                .redirectError(folder.resolve("errors.log").toFile())
                .start();
        follow(process, report -> progress.seen(report, process.pid()));
        if (process.waitFor() != 0) {
            throw new IOException("the run ended badly: " + Files.readString(folder.resolve("errors.log")));
        }
    }

    interface Progress {
        void seen(JsonNode report, long pid) throws IOException;
    }

    private interface Reader {
        void read(JsonNode report) throws IOException;
    }

    private static void follow(Process process, Reader reader) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode report = Json.MAPPER.readTree(line);
                if (report.path("type").asString("").equals("progress")) {
                    reader.read(report);
                }
            }
        }
    }

    private static RunRequest request(Setting setting, Path dataset, long steps) {
        RunPlan plan = new RunPlan(
                setting.family(), setting.hyperparameters(), null, steps, setting.batchSize(), 1, "train+validation");
        return RunRequest.byHand(plan, List.of(dataset), null, setting.threads());
    }
}
