package dev.latent.child;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A child process. What it writes is drained; its standard input stays open until it is to stop, and closes by itself
 * when this process dies.
 */
final class Child implements AutoCloseable {
    private static final long GRACE_MILLIS = 300;
    private static final long DRAIN_MILLIS = 5000;

    private final Process process;
    private final LineReader lines;
    private final OutputTail errors;
    private final Thread reading;
    private final Thread keepingTail;

    private Child(Process process, Consumer<String> listener, Clock clock) {
        this.process = process;
        this.lines = new LineReader(process.getInputStream(), listener, clock);
        this.errors = new OutputTail(process.getErrorStream());
        this.reading = thread("child-output", lines);
        this.keepingTail = thread("child-errors", errors);
    }

    /**
     * @param listener hears each line of its standard output
     * @throws IOException if the program can't be started
     */
    static Child start(ProcessBuilder program, Consumer<String> listener, Clock clock) throws IOException {
        Process process = program.start();
        ProcessMemory.endFirst(process.pid());
        return new Child(process, listener, clock);
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

    /** When it last wrote a line, or was started. */
    Instant lastHeard() {
        return lines.lastHeard();
    }

    /** Asks it to end, after a checkpoint where it makes any. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // it has closed its side already
        }
    }

    /** Ends it now. */
    void kill() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
        }
    }

    /** After it has ended and all it wrote is read. */
    ExitCode exitCode() throws InterruptedException {
        int code = process.waitFor();
        reading.join(DRAIN_MILLIS);
        keepingTail.join(DRAIN_MILLIS);
        return new ExitCode(code);
    }

    /** The end of what it wrote to its standard error. */
    String lastWords() {
        return errors.text();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
