package dev.latent.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.run.RunFailure;
import dev.latent.run.SampleLog;
import dev.latent.run.SmallRun;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nine steps are few enough to log samples after each. */
class CriticCourseTests {
    private static final String LOG = "samples-by-step.tensors";
    private static final String SMALL_WGAN =
            "{\"channels\": 4, \"latentDim\": 3, \"criticSteps\": 2, \"emaDecay\": 0.9}";

    @TempDir
    Path folder;

    @Test
    void aVersionWithACriticHasSamplesOfItsTraining() throws IOException, RunFailure {
        run("1", "wgan", SMALL_WGAN).run();

        assertThat(SampleLog.in(folder.resolve("1/version")).read())
                .containsOnlyKeys(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L)
                .allSatisfy((step, samples) -> {
                    assertThat(samples.type()).isEqualTo(Type.U8);
                    assertThat(samples.shape()).containsExactly(500, 1, 8, 8);
                });
    }

    @Test
    void otherVersionsHaveNone() throws IOException, RunFailure {
        run("1", "dcgan", "{\"channels\": 4}").run();

        assertThat(SampleLog.in(folder.resolve("1/version")).exists()).isFalse();
    }

    @Test
    void aRunThatGoesOnFromACheckpointLogsWhatAnUninterruptedOneDoes() throws IOException, RunFailure {
        SmallRun uninterrupted = run("1", "wgan", SMALL_WGAN);
        SmallRun interrupted = run("2", "wgan", SMALL_WGAN);

        uninterrupted.run();
        interrupted.stopAfter(4);
        interrupted.run();

        assertThat(interrupted.file(LOG)).isEqualTo(uninterrupted.file(LOG));
        assertThat(interrupted.file("losses.csv")).isEqualTo(uninterrupted.file("losses.csv"));
    }

    @ParameterizedTest
    @CsvSource({"1, 28, 500", "3, 32, 500", "3, 64, 136", "3, 128, 0"})
    void largerImagesAreFewerAndVeryLargeOnesNone(int channels, int side, int count) {
        assertThat(CriticCourse.samplesAtATime(new SampleShape.Image(channels, side, side)))
                .isEqualTo(count);
    }

    private SmallRun run(String name, String family, String hyperparameters) throws IOException {
        return new SmallRun(folder.resolve(name), family, hyperparameters, 5);
    }
}
