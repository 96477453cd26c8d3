package dev.latent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latent.run.RunReport.Started;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproducibilityTests {
    private static final String SMALL_VAE = "{\"hiddenUnits\": [16], \"latentDim\": 2}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            vae      | {"hiddenUnits": [16], "latentDim": 2, "warmupEpochs": 2, "emaDecay": 0.9}             | decoder
            gan      | {"hiddenUnits": [256], "latentDim": 128, "emaDecay": 0.9, "precision": "bfloat16"} | generator
            cgan     | {"channels": 4, "latentDim": 3, "emaDecay": 0.9, "instanceNoise": 0.1}                | generator
            dcgan    | {"channels": 4, "latentDim": 3, "spectralNormalization": true}                        | discriminator
            wgan     | {"channels": 4, "latentDim": 3, "criticSteps": 2, "lipschitz": "clip"}                | generator
            cyclegan | {"channels": 4, "residualBlocks": 1, "imagePoolSize": 20, "emaDecay": 0.9}            | generatorAB
            """)
    void aRunThatGoesOnFromACheckpointEndsAsAnUninterruptedOne(String family, String given, String network)
            throws IOException, RunFailure {
        SmallRun uninterrupted = new SmallRun(folder.resolve("1"), family, given, 5);
        SmallRun interrupted = new SmallRun(folder.resolve("2"), family, given, 5);

        assertThat(uninterrupted.run()).isTrue();
        assertThat(interrupted.stopAfter(4)).isFalse();
        assertThat(interrupted.run()).isTrue();

        assertThat(interrupted.reports())
                .filteredOn(Started.class::isInstance)
                .extracting(report -> ((Started) report).fromStep())
                .containsExactly(0L, 4L);
        assertThat(interrupted.file(network + ".safetensors")).isEqualTo(uninterrupted.file(network + ".safetensors"));
    }

    @Test
    void theMeansOfAnEpochTakeInTheStepsBeforeAnInterruption() throws IOException, RunFailure {
        SmallRun uninterrupted = new SmallRun(folder.resolve("1"), "vae", SMALL_VAE, 5);
        SmallRun interrupted = new SmallRun(folder.resolve("2"), "vae", SMALL_VAE, 5);

        uninterrupted.run();
        interrupted.stopAfter(4);
        interrupted.run();

        assertThat(epochs(interrupted)).hasSize(3).isEqualTo(epochs(uninterrupted));
    }

    @Test
    void theLossesAtTheEndAreTheSameInterruptedOrNot() throws IOException, RunFailure {
        SmallRun uninterrupted = new SmallRun(folder.resolve("1"), "vae", SMALL_VAE, 5);
        SmallRun interrupted = new SmallRun(folder.resolve("2"), "vae", SMALL_VAE, 5);

        uninterrupted.run();
        interrupted.stopAfter(4);
        interrupted.run();

        assertThat(interrupted.losses()).isNotEmpty().isEqualTo(uninterrupted.losses());
    }

    @Test
    void aCheckpointDoesNotGoOnWithOtherData() throws IOException, RunFailure {
        SmallRun run = new SmallRun(folder.resolve("1"), "vae", SMALL_VAE, 5);
        run.stopAfter(4);
        run.replaceData();

        assertThatExceptionOfType(RunFailure.class).isThrownBy(run::run).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("dataset-changed");
            assertThat(failure.detail()).contains("step 4");
            assertThat(failure.retry()).isFalse();
        });
    }

    private static List<RunReport> epochs(SmallRun run) {
        return run.reports().stream().filter(RunReport.Epoch.class::isInstance).toList();
    }

    @Test
    void theSameSeedGivesTheSameVersion() throws IOException, RunFailure {
        SmallRun first = new SmallRun(folder.resolve("1"), "vae", SMALL_VAE, 5);
        SmallRun second = new SmallRun(folder.resolve("2"), "vae", SMALL_VAE, 5);
        first.run();
        second.run();

        assertThat(first.file("encoder.safetensors")).isEqualTo(second.file("encoder.safetensors"));
        assertThat(first.file("losses.csv")).isEqualTo(second.file("losses.csv"));
        assertThat(first.file("samples.png")).isEqualTo(second.file("samples.png"));
    }

    @Test
    void anotherSeedGivesAnother() throws IOException, RunFailure {
        SmallRun first = new SmallRun(folder.resolve("1"), "vae", SMALL_VAE, 5);
        SmallRun second = new SmallRun(folder.resolve("2"), "vae", SMALL_VAE, 6);
        first.run();
        second.run();

        assertThat(first.file("encoder.safetensors")).isNotEqualTo(second.file("encoder.safetensors"));
    }

    @Test
    void aVersionNamesAllHyperparametersAlsoThoseThatWereNotGiven() throws IOException, RunFailure {
        SmallRun run = new SmallRun(folder.resolve("1"), "vae", SMALL_VAE, 5);
        run.run();

        assertThat(new String(run.file("model.json"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"latentDim\" : 2", "\"learningRate\" : 0.001", "\"covariance\" : \"diagonal\"");
    }
}
