package dev.latent.run.attempt;

import ai.djl.ndarray.NDManager;
import dev.latent.family.TrainingStep;
import dev.latent.family.folder.ModelFolder;
import dev.latent.files.AtomicFile;
import dev.latent.files.AtomicFolder;
import dev.latent.files.Folders;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.ThresholdFile;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.checkpoint.CriticCourse;
import dev.latent.run.checkpoint.Previews;
import dev.latent.run.checkpoint.TrainedModel;
import dev.latent.run.loop.Divergence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model as it would be served at some moment of its training: its picture, its samples, its version. */
final class Snapshots {
    private final RunFolder folder;
    private final PreparedRun run;
    private final TrainedModel trained;
    private final NDManager manager;
    private final CriticCourse course;

    Snapshots(RunFolder folder, PreparedRun run) {
        this.folder = folder;
        this.run = run;
        this.trained = run.trained();
        this.manager = run.manager();
        this.course = new CriticCourse(trained, folder.samples());
    }

    /** Writes {@code previews/STEP.png}. @return whether there is something to see */
    boolean writePreview(long done) throws IOException {
        byte[] picture = picture();
        if (picture == null) {
            return false;
        }
        AtomicFile.write(folder.previews().resolve(done + ".png"), picture);
        return true;
    }

    /** Adds to the run's samples by step, for a model of which they tell something. */
    void logSamples(long done) throws IOException {
        if (course.isLogged()) {
            run.served().look(() -> {
                course.add(done, manager);
                return done;
            });
        }
    }

    /**
     * @param version the folder to write, whole or not at all; what was there goes
     * @throws RunFailure if nothing can be computed with the weights
     */
    void writeVersion(long done, Path version) throws IOException, RunFailure {
        try (AtomicFolder made = AtomicFolder.of(version)) {
            write(done, made.path());
            Folders.delete(version);
            made.publish();
        }
    }

    private void write(long done, Path version) throws IOException, RunFailure {
        try (TrainingStep.Serving serving = run.step().serving()) {
            Divergence.requireSane(done, trained.model().networks().values());
            ModelFolder.write(
                    version,
                    trained.description(run.schedule().epochsDone(done), Instant.now()),
                    trained.model(),
                    Type.F32);
        }
        Optional<AnomalyThreshold> threshold = run.calibration().learn(run.served(), manager);
        if (threshold.isPresent()) {
            ThresholdFile.write(version, threshold.get());
        }
        Files.copy(folder.losses(), version.resolve("losses.csv"));
        folder.samples().copyTo(version);
        byte[] picture = picture();
        if (picture != null) {
            Files.write(version.resolve("samples.png"), picture);
        }
    }

    private byte @Nullable [] picture() throws IOException {
        Previews previews = new Previews(
                trained.model(),
                trained.shape(),
                trained.datasets(),
                trained.request().plan().seed());
        return run.served().look(() -> previews.draw(manager));
    }
}
