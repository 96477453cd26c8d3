package dev.latent.evaluation;

import dev.latent.family.Json;
import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.quality.EvaluateCommand;
import dev.latent.quality.EvaluationRequest;
import dev.latent.run.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Measures in a child process, which ends when this one does. */
@Component
class EvaluationChild {
    private static final long LOOK_MILLIS = 200;
    private static final int TOLD = 600;

    private final TemporaryFolders temporary;
    private final ChildProgram program;
    private final long longestMillis;

    EvaluationChild(TemporaryFolders temporary, EvaluationSettings settings) {
        this.temporary = temporary;
        this.program = ChildProgram.measuring(
                EvaluateCommand.class, settings.heap().toBytes(), settings.threadsOfAnEvaluation());
        this.longestMillis = settings.longest().toMillis();
    }

    /** What became of a child. */
    enum End {
        DONE,
        STOPPED,
        /** It could not measure, and said why. */
        REFUSED,
        /** It ended without saying why. */
        DIED,
        TOO_LONG
    }

    /** @param said the last of what it wrote */
    record Outcome(End end, String said) {}

    /**
     * @param use takes the folder with the card before it goes
     * @param stop whether to give up
     */
    <T> T measure(EvaluationRequest request, BooleanSupplier stop, Function<Ended, T> use)
            throws IOException, InterruptedException {
        try (TemporaryFolder folder = temporary.create("evaluation-")) {
            Path own = folder.path();
            Files.write(own.resolve(EvaluateCommand.REQUEST), Json.PRETTY.writeValueAsBytes(request));
            return use.apply(new Ended(own, run(own, stop)));
        }
    }

    /** @param folder holds {@code quality.json} and {@code quality.png} if the child is done */
    record Ended(Path folder, Outcome outcome) {}

    private Outcome run(Path own, BooleanSupplier stop) throws IOException, InterruptedException {
        Path output = own.resolve("output.txt");
        Process child = program.process(own, List.of(EvaluateCommand.NAME, own.toString(), EvaluateCommand.SUPERVISED))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            End end = await(child, stop);
            return new Outcome(end, last(output));
        } finally {
            child.destroyForcibly();
        }
    }

    private End await(Process child, BooleanSupplier stop) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longestMillis);
        while (!child.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (stop.getAsBoolean()) {
                return End.STOPPED;
            }
            if (System.nanoTime() > deadline) {
                return End.TOO_LONG;
            }
        }
        return switch (child.exitValue()) {
            case 0 -> End.DONE;
            case 1 -> End.REFUSED;
            default -> End.DIED;
        };
    }

    private static String last(Path output) throws IOException {
        byte[] written = Files.readAllBytes(output);
        String text = new String(written, java.nio.charset.StandardCharsets.UTF_8).strip();
        return text.substring(Math.max(0, text.length() - TOLD));
    }
}
