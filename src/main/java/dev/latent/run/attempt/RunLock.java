package dev.latent.run.attempt;

import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.RunReport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by the one attempt that may write to a run folder. */
final class RunLock implements Closeable {
    private final FileChannel file;

    private RunLock(FileChannel file) {
        this.file = file;
    }

    static RunLock of(RunFolder folder) throws IOException, RunFailure {
        FileChannel file = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file) == null) {
            file.close();
            throw new RunFailure(RunReport.Code.STORAGE, "another attempt holds " + folder.lock(), true);
        }
        return new RunLock(file);
    }

    private static @Nullable Object lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
