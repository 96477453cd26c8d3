package dev.latent.training.attempt;

import dev.latent.files.Folders;
import dev.latent.home.LatentHome;
import dev.latent.run.RunFolder;
import dev.latent.training.job.TrainingJob;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The folders that attempts work in on this machine, {@code work/JOB.ATTEMPT} of the home, each for as long as its attempt
 * takes. What is to outlive it is in {@link RunOutputs}.
 */
@Component
class RunFolders {
    private static final Logger LOG = LoggerFactory.getLogger(RunFolders.class);
    private static final Duration FOR_THE_ONE_BEFORE = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 50;

    private final Path root;
    private final RunOutputs outputs;
    private final Clock clock;

    RunFolders(LatentHome home, RunOutputs outputs, Clock clock) {
        this.root = home.resolve("work");
        this.outputs = outputs;
        this.clock = clock;
    }

    RunFolder of(TrainingJob attempt) {
        return new RunFolder(root.resolve(attempt.id() + "." + attempt.attempt()));
    }

    /** The folder in which an attempt goes on where the one before stopped. */
    RunFolder open(TrainingJob attempt) throws IOException, InterruptedException {
        for (RunFolder before : foldersOf(attempt.id())) {
            awaitEnd(before);
            keepWhatItLeft(attempt.id(), before);
            delete(before);
        }
        RunFolder folder = of(attempt);
        Files.createDirectories(folder.path());
        outputs.restore(attempt.id(), folder);
        return folder;
    }

    /** The child of a service that died may still be writing its last checkpoint. */
    private void awaitEnd(RunFolder folder) throws IOException, InterruptedException {
        Instant patience = clock.instant().plus(FOR_THE_ONE_BEFORE);
        while (isLocked(folder) && clock.instant().isBefore(patience)) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static boolean isLocked(RunFolder folder) throws IOException {
        try (FileChannel file = FileChannel.open(folder.lock(), StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void keepWhatItLeft(String job, RunFolder folder) throws IOException {
        long kept = outputs.checkpointsNewestFirst(job).stream().findFirst().orElse(0L);
        long left =
                checkpoints(folder).stream().mapToLong(Long::longValue).max().orElse(0);
        if (left > kept) {
            outputs.keepCheckpoint(job, attempt(folder), folder, left);
        }
    }

    private static List<Long> checkpoints(RunFolder folder) throws IOException {
        return NumberedFiles.CHECKPOINT.numbers(names(folder.checkpoints()));
    }

    private List<RunFolder> foldersOf(String job) throws IOException {
        return names(root).stream()
                .filter(name -> job(name).equals(job))
                .map(name -> new RunFolder(root.resolve(name)))
                .toList();
    }

    private static String job(String folder) {
        return folder.substring(0, Math.max(0, folder.lastIndexOf('.')));
    }

    private static int attempt(RunFolder folder) {
        String name = folder.path().getFileName().toString();
        return Integer.parseInt(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** The jobs that there are folders of. */
    List<String> jobs() throws IOException {
        return names(root).stream().map(RunFolders::job).distinct().toList();
    }

    void deleteAll(String job) throws IOException {
        foldersOf(job).forEach(this::delete);
    }

    void delete(TrainingJob attempt) {
        delete(of(attempt));
    }

    /** Keeps all losses, and the previews that could not be kept at their time. */
    void keepRecord(TrainingJob attempt) throws IOException {
        RunFolder folder = of(attempt);
        outputs.keepLosses(attempt.id(), attempt.attempt(), folder);
        List<Long> kept = outputs.previewSteps(attempt.id());
        for (long step : NumberedFiles.PREVIEW.numbers(names(folder.previews()))) {
            if (!kept.contains(step)) {
                outputs.keepPreview(attempt.id(), folder, step);
            }
        }
    }

    /** Keeps what is not kept yet and deletes the folder. What can't be kept stays for the next attempt on this machine. */
    void leave(TrainingJob attempt) {
        RunFolder folder = of(attempt);
        try {
            keepRecord(attempt);
            keepWhatItLeft(attempt.id(), folder);
            delete(folder);
        } catch (IOException e) {
            LOG.warn("What {} left stays in {}: {}", attempt.title(), folder.path(), e.getMessage());
        }
    }

    /** What can't be deleted now is deleted at the next start. */
    private void delete(RunFolder folder) {
        try {
            Folders.delete(folder.path());
        } catch (IOException e) {
            LOG.warn("{} can't be deleted: {}", folder.path(), e.toString());
        }
    }
}
