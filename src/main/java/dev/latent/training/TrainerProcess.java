package dev.latent.training;

import dev.latent.run.RunReport;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A child process that trains. Its standard output is drained and read as reports; its standard input stays open until
 * it is to stop, and closes by itself when this process dies.
 */
final class TrainerProcess implements AutoCloseable {
    private static final long GRACE_MILLIS = 300;
    private static final long DRAIN_MILLIS = 5000;

    private final Process process;
    private final OutputTail errors;
    private final Thread reports;
    private final Thread tail;

    private TrainerProcess(Process process, Consumer<RunReport> listener) {
        this.process = process;
        this.errors = new OutputTail(process.getErrorStream());
        this.reports = thread("run-reports", new ReportReader(process.getInputStream(), listener));
        this.tail = thread("run-errors", errors);
    }

    /** @throws IOException if the program can't be started */
    static TrainerProcess start(ProcessBuilder program, Consumer<RunReport> listener) throws IOException {
        Process process = program.start();
        ProcessMemory.endFirst(process.pid());
        return new TrainerProcess(process, listener);
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** @return whether it has ended */
    boolean waitFor(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    OptionalLong residentBytes() {
        return ProcessMemory.resident(process.pid());
    }

    /** Asks it to end after a checkpoint. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has closed its side already
        }
    }

    /** Ends it now; its last checkpoint remains. */
    void kill() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
    }

    /** After it has ended and all it wrote is read. */
    Exit exit() throws InterruptedException {
        int code = process.waitFor();
        reports.join(DRAIN_MILLIS);
        tail.join(DRAIN_MILLIS);
        return new Exit(code, errors.text());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** @param errors the last that it wrote to standard error */
    record Exit(int code, String errors) {
        private static final int SIGNALLED = 128;
        private static final int OUT_OF_HEAP = 3;
        private static final int SIGKILL = SIGNALLED + 9;

        /** Why a child that gave no reason of its own has ended. */
        JobError reason() {
            if (code == OUT_OF_HEAP) {
                return new JobError(
                        JobError.MEMORY, "The training process ran out of heap: raise latent.training.heap");
            }
            if (code > SIGNALLED) {
                String killer = code == SIGKILL ? ", perhaps because the machine ran out of memory" : "";
                return new JobError(
                        JobError.KILLED,
                        "The training process was ended by signal " + (code - SIGNALLED) + killer + said());
            }
            return new JobError(JobError.CRASHED, "The training process ended with exit code " + code + said());
        }

        private String said() {
            return errors.isEmpty() ? "" : "; it last wrote: " + errors.substring(Math.max(0, errors.length() - 500));
        }
    }
}
