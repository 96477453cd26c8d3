package dev.latent.run;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Json;
import dev.latent.family.ModelDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatedTrainingTests {
    private static final String SMALL_VAE =
            "{\"hiddenUnits\": [16], \"latentDim\": 2, \"learningRateHalfLife\": 2, \"emaDecay\": 0.5}";
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    @Test
    void itEndsWhenTheMeasureHasNotImprovedForSomeEpochs() throws IOException, RunFailure {
        ValidatedTraining.Result result = run("1").validated(falling(5, 3, 4, 2, 2, 3, 9, 1), new Patience(3, LONG));

        assertThat(result.curve())
                .extracting(ValidationPoint::value)
                .containsExactly(5.0, 3.0, 4.0, 2.0, 2.0, 3.0, 9.0);
        assertThat(result.best().epoch()).isEqualTo(4);
    }

    @Test
    void theVersionIsThatOfTheBestEpoch() throws IOException, RunFailure {
        SmallRun longer = run("1");
        SmallRun justAsLong = run("2");

        longer.validated(falling(3, 2, 4, 4, 4), new Patience(3, LONG));
        justAsLong.validated(falling(3, 2, 9), new Patience(1, LONG));

        assertThat(longer.file("encoder.safetensors")).isEqualTo(justAsLong.file("encoder.safetensors"));
        assertThat(Json.MAPPER
                        .readTree(longer.file("model.json"))
                        .path("epochs")
                        .asDouble())
                .isEqualTo(2);
    }

    @Test
    void whereMoreIsBetterItWaitsForMore() throws IOException, RunFailure {
        Validation rising = new Scripted(true, 1, 2, 3, 2, 2);

        assertThat(run("1").validated(rising, new Patience(2, LONG)).best().epoch())
                .isEqualTo(3);
    }

    @Test
    void withoutTimeItTrainsOneStepAndLooksAtThat() throws IOException, RunFailure {
        ValidatedTraining.Result result = run("1").validated(falling(3, 2, 1), new Patience(9, Duration.ZERO));

        assertThat(result.curve()).extracting(ValidationPoint::epoch).containsExactly(1 / 3.0);
    }

    @Test
    void aSecondOneGoesOnWhereTheFirstOneEnded() throws IOException, RunFailure {
        SmallRun run = run("1");
        run.validated(falling(3, 2, 1), new Patience(9, Duration.ZERO));

        ValidatedTraining.Result result = run.validated(falling(3, 2, 1, 1), new Patience(1, LONG));

        assertThat(result.curve()).extracting(ValidationPoint::epoch).containsExactly(1 / 3.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(result.curve()).extracting(ValidationPoint::seconds).isSorted();
    }

    @Test
    void onceItIsOverNothingMoreIsTrained() throws IOException, RunFailure {
        SmallRun run = run("1");
        ValidatedTraining.Result first = run.validated(falling(3, 2, 2), new Patience(1, LONG));
        byte[] weights = run.file("encoder.safetensors");

        assertThat(run.validated(falling(), new Patience(1, LONG))).isEqualTo(first);
        assertThat(run.file("encoder.safetensors")).isEqualTo(weights);
    }

    private SmallRun run(String name) throws IOException {
        return new SmallRun(folder.resolve(name), "vae", SMALL_VAE, 5);
    }

    private static Validation falling(double... values) {
        return new Scripted(false, values);
    }

    /** Says of each epoch what it was told to. */
    private record Scripted(boolean higherIsBetter, double... values) implements Validation {
        @Override
        public double measure(
                ModelDescription description,
                GenerativeModel model,
                List<Dataset> datasets,
                long seed,
                NDManager manager) {
            return values[(int) Math.ceil(description.epochs()) - 1];
        }
    }
}
