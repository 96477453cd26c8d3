package dev.latent.bench;

import dev.latent.child.ChildProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A process of a training run's priority that keeps all processors busy with nothing: what the system's scheduler makes of such a neighbour. */
final class EmptyLoops implements AutoCloseable {
    private static final long HEAP = 64L << 20;

    private static volatile long counted;

    private final Process process;

    private EmptyLoops(Process process) {
        this.process = process;
    }

    static EmptyLoops start(Path scratch) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        return new EmptyLoops(ChildProgram.training(EmptyLoops.class, HEAP, 1)
                .process(scratch, List.of(String.valueOf(cores)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    public static void main(String[] arguments) {
        IntStream.range(0, Integer.parseInt(arguments[0])).forEach(i -> new Thread(EmptyLoops::spin).start());
    }

    /** Without a hint to the processor that it only waits: a virtual machine's host takes that for an end of its turn. */
    private static void spin() {
        while (true) {
            counted++;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
