package dev.latent.training.attempt;

import dev.latent.home.LatentHome;
import dev.latent.run.RunFolder;
import dev.latent.storage.Storage;
import dev.latent.storage.StorageKey;
import dev.latent.storage.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What runs leave, wherever they ran: each job's checkpoints, previews, losses, and the samples by step of a model with a
 * critic, under the names that they have in a {@link RunFolder}.
 */
@Component
public class RunOutputs {
    private static final String CHECKPOINTS = "checkpoints";
    private static final String PREVIEWS = "previews";
    private static final int CHECKPOINTS_KEPT = 2;

    private final Storage storage;

    RunOutputs(Stores stores, LatentHome home) {
        storage = stores.open("runs", home.resolve("runs"));
    }

    private static StorageKey checkpoints(String job) {
        return StorageKey.of(job, CHECKPOINTS);
    }

    private static StorageKey previews(String job) {
        return StorageKey.of(job, PREVIEWS);
    }

    void keepPreview(String job, RunFolder run, long step) throws IOException {
        String name = NumberedFiles.PREVIEW.name(step);
        storage.write(previews(job).child(name), run.previews().resolve(name));
    }

    void keepLosses(String job, int attempt, RunFolder run) throws IOException {
        keep(StorageKey.of(job, AttemptFile.LOSSES.name(attempt)), run.losses());
    }

    /** With the logs that a run goes on with from there. */
    void keepCheckpoint(String job, int attempt, RunFolder run, long step) throws IOException {
        keepLosses(job, attempt, run);
        keep(
                StorageKey.of(job, AttemptFile.SAMPLES.name(attempt)),
                run.samples().file());
        storage.write(
                checkpoints(job).child(AttemptFile.checkpoint(step).name(attempt)),
                run.checkpoints().resolve(NumberedFiles.CHECKPOINT.name(step)));
        List<String> names = storage.list(checkpoints(job));
        for (long old : stepsNewestFirst(names).stream().skip(CHECKPOINTS_KEPT).toList()) {
            for (int of : AttemptFile.checkpoint(old).attempts(names)) {
                storage.delete(
                        checkpoints(job).child(AttemptFile.checkpoint(old).name(of)));
            }
        }
    }

    private void keep(StorageKey key, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            storage.write(key, file);
        }
    }

    /** The steps of the checkpoints. */
    List<Long> checkpointsNewestFirst(String job) throws IOException {
        return stepsNewestFirst(storage.list(checkpoints(job)));
    }

    private static List<Long> stepsNewestFirst(List<String> names) {
        return NumberedFiles.CHECKPOINT.numbers(names).stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Brings to a folder what a run goes on with: the logs are those of the attempt that left the newest checkpoint. */
    void restore(String job, RunFolder run) throws IOException {
        Files.createDirectories(run.checkpoints());
        List<String> names = storage.list(checkpoints(job));
        List<Long> steps = stepsNewestFirst(names);
        for (long step : steps) {
            String kept = AttemptFile.checkpoint(step).name(newest(step, names));
            copy(checkpoints(job).child(kept), run.checkpoints().resolve(NumberedFiles.CHECKPOINT.name(step)));
        }
        if (!steps.isEmpty()) {
            int attempt = newest(steps.get(0), names);
            copy(StorageKey.of(job, AttemptFile.LOSSES.name(attempt)), run.losses());
            copy(
                    StorageKey.of(job, AttemptFile.SAMPLES.name(attempt)),
                    run.samples().file());
        }
    }

    private static int newest(long step, List<String> names) {
        return AttemptFile.checkpoint(step).attempts(names).get(0);
    }

    private void copy(StorageKey key, Path file) throws IOException {
        Optional<InputStream> kept = storage.open(key);
        if (kept.isPresent()) {
            try (InputStream in = kept.get()) {
                Files.copy(in, file);
            }
        }
    }

    /** The steps of the previews, in order. */
    public List<Long> previewSteps(String job) throws IOException {
        return NumberedFiles.PREVIEW.numbers(storage.list(previews(job))).stream()
                .sorted()
                .toList();
    }

    public Optional<byte[]> preview(String job, long step) throws IOException {
        return step < 0 ? Optional.empty() : storage.read(previews(job).child(NumberedFiles.PREVIEW.name(step)));
    }

    /** To be closed; empty before the first are logged. */
    public Optional<InputStream> losses(String job) throws IOException {
        List<Integer> attempts = AttemptFile.LOSSES.attempts(storage.list(StorageKey.of(job)));
        return attempts.isEmpty()
                ? Optional.empty()
                : storage.open(StorageKey.of(job, AttemptFile.LOSSES.name(attempts.get(0))));
    }

    /** Removes what a succeeded job needs no more; losses and previews stay. */
    void tidy(String job) {
        delete(checkpoints(job));
        try {
            List<String> names = storage.list(StorageKey.of(job));
            for (int attempt : AttemptFile.SAMPLES.attempts(names)) {
                delete(StorageKey.of(job, AttemptFile.SAMPLES.name(attempt)));
            }
            for (int old : AttemptFile.LOSSES.attempts(names).stream().skip(1).toList()) {
                delete(StorageKey.of(job, AttemptFile.LOSSES.name(old)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first versions made their dry runs here. */
    void sweepDryRuns() throws IOException {
        for (String name : storage.list(StorageKey.ROOT)) {
            if (name.startsWith("dry-run-")) {
                storage.delete(StorageKey.of(name));
            }
        }
    }

    void delete(String job) {
        delete(StorageKey.of(job));
    }

    private void delete(StorageKey key) {
        try {
            storage.delete(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
