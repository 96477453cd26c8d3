package dev.latent.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.run.RunFailure;
import dev.latent.run.SmallRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of nine steps that was told to stop after four, and after three more. */
class CheckpointsTests {
    private static final String SMALL_AUTOENCODER =
            "{\"hiddenUnits\": [8], \"latentDim\": 2, \"architecture\": \"mlp\"}";

    @TempDir
    Path folder;

    private SmallRun interrupted;

    @BeforeEach
    void stopTwice() throws IOException, RunFailure {
        interrupted = run("interrupted");
        interrupted.stopAfter(4);
        interrupted.stopAfter(3);
    }

    @Test
    void theNewestTwoAreKept() throws IOException {
        assertThat(checkpoints()).hasSize(2);
    }

    /** In the header, among the weights, and at the end. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.5, 0.999})
    void whereABitOfTheNewestFlippedTheOneBeforeItIsTaken(double where) throws IOException, RunFailure {
        flip(checkpoints().get(0), where);

        interrupted.run();

        assertThat(interrupted.file("decoder.safetensors")).isEqualTo(uninterrupted());
    }

    @Test
    void whereBothAreDamagedItBeginsAnew() throws IOException, RunFailure {
        for (Path checkpoint : checkpoints()) {
            flip(checkpoint, 0.7);
        }

        interrupted.run();

        assertThat(interrupted.file("decoder.safetensors")).isEqualTo(uninterrupted());
    }

    private byte[] uninterrupted() throws IOException, RunFailure {
        SmallRun run = run("uninterrupted");
        run.run();
        return run.file("decoder.safetensors");
    }

    private SmallRun run(String name) throws IOException {
        return new SmallRun(folder.resolve(name), "autoencoder", SMALL_AUTOENCODER, 5);
    }

    /** The newest first. */
    private List<Path> checkpoints() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("interrupted/checkpoints"))) {
            return files.sorted(Comparator.<Path>comparingInt(file -> Integer.parseInt(
                                    file.getFileName().toString().replaceAll("\\D", "")))
                            .reversed())
                    .toList();
        }
    }

    private static void flip(Path file, double where) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[(int) (where * content.length)] ^= 1;
        Files.write(file, content);
    }
}
