package dev.latent.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.run.RunFailure;
import dev.latent.run.SmallRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatedTrainingTests {
    private static final String SMALL_VAE =
            "{\"hiddenUnits\": [16], \"latentDim\": 2, \"learningRateHalfLife\": 2, \"emaDecay\": 0.5}";
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int MANY_EPOCHS = 50;

    @TempDir
    Path folder;

    @Test
    void itEndsWhenTheMeasureHasNotImprovedForSomeEpochs() throws IOException, RunFailure {
        ValidatedTraining.Result result = run(falling(5, 3, 4, 2, 2, 3, 9, 1), new Patience(3, LONG));

        assertThat(result.curve())
                .extracting(ValidationPoint::value)
                .containsExactly(5.0, 3.0, 4.0, 2.0, 2.0, 3.0, 9.0);
        assertThat(result.best().epoch()).isEqualTo(4);
    }

    @Test
    void theVersionIsThatOfTheBestEpoch() throws IOException, RunFailure {
        ValidatedTraining longer = training("1", falling(3, 2, 4, 4, 4), new Patience(3, LONG));
        ValidatedTraining justAsLong = training("2", falling(3, 2, 9), new Patience(1, LONG));

        longer.run(point -> {});
        justAsLong.run(point -> {});

        assertThat(encoder(longer)).isEqualTo(encoder(justAsLong));
        assertThat(Validation.epochs(longer.version())).isEqualTo(2);
    }

    @Test
    void looksOnTheWayDoNotChangeWhatIsTrained() throws IOException, RunFailure {
        SmallRun plain = new SmallRun(folder.resolve("1"), "vae", SMALL_VAE, 5);
        ValidatedTraining looked = training("2", falling(4, 3, 2, 9), new Patience(1, LONG));

        plain.run();
        looked.run(point -> {});

        assertThat(encoder(looked)).isEqualTo(plain.file("encoder.safetensors"));
    }

    @Test
    void whereMoreIsBetterItWaitsForMore() throws IOException, RunFailure {
        Validation rising = new Scripted(true, 1, 2, 3, 2, 2);

        assertThat(run(rising, new Patience(2, LONG)).best().epoch()).isEqualTo(3);
    }

    @Test
    void withoutTimeItTrainsOneStepAndLooksAtThat() throws IOException, RunFailure {
        ValidatedTraining.Result result = run(falling(3, 2, 1), new Patience(9, Duration.ZERO));

        assertThat(result.curve()).extracting(ValidationPoint::epoch).containsExactly(1 / 3.0);
    }

    @Test
    void aSecondOneGoesOnWhereTheFirstOneEnded() throws IOException, RunFailure {
        ValidatedTraining first = training("1", falling(3, 2, 1), new Patience(9, Duration.ZERO));
        first.run(point -> {});

        ValidatedTraining.Result result = again(first, falling(3, 2, 1, 1), new Patience(1, LONG));

        assertThat(result.curve()).extracting(ValidationPoint::epoch).containsExactly(1 / 3.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(result.curve()).extracting(ValidationPoint::seconds).isSorted();
    }

    @Test
    void onceItIsOverNothingMoreIsTrained() throws IOException, RunFailure {
        ValidatedTraining training = training("1", falling(3, 2, 2), new Patience(1, LONG));
        ValidatedTraining.Result first = training.run(point -> {});
        byte[] weights = encoder(training);

        assertThat(again(training, falling(), new Patience(1, LONG))).isEqualTo(first);
        assertThat(encoder(training)).isEqualTo(weights);
    }

    @Test
    void itEndsWithTheRunsLastEpochAtTheLatest() throws IOException, RunFailure {
        ValidatedTraining training = training("1", falling(2, 1, 3), new Patience(9, LONG), 3);

        assertThat(training.run(point -> {}).curve())
                .extracting(ValidationPoint::epoch)
                .containsExactly(1.0, 2.0, 3.0);
        assertThat(Validation.epochs(training.version())).isEqualTo(2);
    }

    private ValidatedTraining.Result run(Validation validation, Patience patience) throws IOException, RunFailure {
        return training("1", validation, patience).run(point -> {});
    }

    private static ValidatedTraining.Result again(ValidatedTraining first, Validation validation, Patience patience)
            throws IOException, RunFailure {
        return new ValidatedTraining(first.folder(), validation, patience).run(point -> {});
    }

    private ValidatedTraining training(String name, Validation validation, Patience patience) throws IOException {
        return training(name, validation, patience, MANY_EPOCHS);
    }

    private ValidatedTraining training(String name, Validation validation, Patience patience, int epochs)
            throws IOException {
        SmallRun run = new SmallRun(folder.resolve(name), "vae", SMALL_VAE, 5);
        return new ValidatedTraining(run.ofEpochs(epochs), validation, patience);
    }

    private static byte[] encoder(ValidatedTraining training) throws IOException {
        return Files.readAllBytes(training.version().resolve("encoder.safetensors"));
    }

    private static Validation falling(double... values) {
        return new Scripted(false, values);
    }

    /** Says of each epoch what it was told to. */
    private record Scripted(boolean higherIsBetter, double... values) implements Validation {
        @Override
        public double measure(Path version) throws IOException {
            return values[(int) Math.ceil(Validation.epochs(version)) - 1];
        }
    }
}
