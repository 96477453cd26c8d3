package dev.latent.training;

import dev.latent.home.LatentHome;
import dev.latent.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.util.FileSystemUtils;

/** The run folder of each job. */
@Component
class RunFolders {
    private final Path root;

    RunFolders(LatentHome home) {
        this.root = home.resolve("runs");
    }

    /** The folder of a job, whether it is there yet or not. */
    RunFolder of(String job) {
        return new RunFolder(root.resolve(job));
    }

    RunFolder create(String job) throws IOException {
        RunFolder folder = of(job);
        Files.createDirectories(folder.path());
        return folder;
    }

    /** Whether a process still works in the folder, such as the child of a service that has just died. */
    boolean isLocked(RunFolder folder) throws IOException {
        try (FileChannel file = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            return lock == null;
        }
    }

    /** What a succeeded job needs no more; losses and previews stay. */
    void tidy(RunFolder folder) {
        delete(folder.checkpoints());
        delete(folder.version());
        delete(folder.samples().file());
    }

    @TransactionalEventListener
    void delete(JobDeleted job) {
        delete(job.id());
    }

    void delete(String job) {
        delete(of(job).path());
    }

    private static void delete(Path path) {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
