package dev.latent.run;

import java.nio.file.Path;

/**
 * The whole contract between a run and whoever started it.
 *
 * <pre>
 * run.json         RunRequest
 * checkpoints/     the newest one or two: STEP.safetensors
 * previews/        STEP.png, on a fixed set of codes or inputs
 * losses.csv       step, then each loss
 * samples-by-step.tensors
 *                  the SampleLog of a model with a critic
 * version/         the trained model (model.json, one safetensors file a network, losses.csv, samples.png, the SampleLog and
 *                  threshold.json if there is one); there whole or not at all
 * lock             held by the running attempt
 * </pre>
 */
public record RunFolder(Path path) {
    public Path request() {
        return path.resolve("run.json");
    }

    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    public Path previews() {
        return path.resolve("previews");
    }

    public Path losses() {
        return path.resolve("losses.csv");
    }

    public SampleLog samples() {
        return SampleLog.in(path);
    }

    public Path version() {
        return path.resolve("version");
    }

    public Path lock() {
        return path.resolve("lock");
    }
}
