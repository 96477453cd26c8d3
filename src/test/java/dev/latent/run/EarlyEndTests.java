package dev.latent.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that end before their length: the small images are noise, of which there is nothing to be learned but themselves. */
class EarlyEndTests {
    private static final String HASTY_VAE = "{\"hiddenUnits\": [64], \"latentDim\": 8, \"learningRate\": 0.01}";

    @TempDir
    Path folder;

    @Test
    void aRunThatGetsNoBetterEndsAndSaysWhichWeightsItPublishes() throws IOException, RunFailure {
        SmallRun run = new SmallRun(folder, "vae", HASTY_VAE, 5).ofLength(300, 3, null);

        assertThat(run.run()).isTrue();

        StopReason why = run.end().why();
        assertThat(run.end().step()).isBetween(30L, 290L);
        assertThat(why.code()).isEqualTo(StopReason.NO_BETTER);
        assertThat(why.detail()).contains("of 300 steps", "no better for 3 measurements", "has the weights of step");
    }

    @Test
    void theVersionIsThatOfTheBestMeasurementAndNotTheLast() throws IOException, RunFailure {
        SmallRun stopped = new SmallRun(folder.resolve("1"), "vae", HASTY_VAE, 5).ofLength(300, 3, null);
        stopped.run();
        long best = Long.parseLong(stopped.end().why().detail().replaceAll(".*weights of step (\\d+),.*", "$1"));
        SmallRun upToThere = new SmallRun(folder.resolve("2"), "vae", HASTY_VAE, 5).ofLength(300, 300, null);
        assertThat(upToThere.stopAfter(Math.toIntExact(best))).isFalse();
        upToThere.publish();

        assertThat(best).isLessThan(stopped.end().step());
        assertThat(stopped.file("encoder.safetensors")).isEqualTo(upToThere.file("encoder.safetensors"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            vae                   | {"hiddenUnits": [16], "latentDim": 2, "emaDecay": 0.9}                    | decoder
            denoising-autoencoder | {"channels": 4, "latentDim": 3}                                           | decoder
            gan                   | {"hiddenUnits": [32], "latentDim": 4, "emaDecay": 0.9}                    | generator
            cgan                  | {"channels": 4, "latentDim": 3, "emaDecay": 0}                            | generator
            cyclegan              | {"channels": 4, "residualBlocks": 1, "imagePoolSize": 20, "emaDecay": 0.9} | generatorAB
            """)
    void aRunThatGoesOnFromACheckpointEndsAsEarlyAndWithTheSameWeights(String family, String given, String network)
            throws IOException, RunFailure {
        SmallRun uninterrupted = new SmallRun(folder.resolve("1"), family, given, 5).ofLength(20, 4, null);
        SmallRun interrupted = new SmallRun(folder.resolve("2"), family, given, 5).ofLength(20, 4, null);

        uninterrupted.run();
        interrupted.stopAfter(3);
        interrupted.run();

        assertThat(interrupted.end().why()).isEqualTo(uninterrupted.end().why());
        assertThat(interrupted.file(network + ".safetensors")).isEqualTo(uninterrupted.file(network + ".safetensors"));
        assertThat(interrupted.file("losses.csv")).isEqualTo(uninterrupted.file("losses.csv"));
    }

    @Test
    void whatIsMeasuredStandsBesideTheLosses() throws IOException, RunFailure {
        SmallRun run =
                new SmallRun(folder, "gan", "{\"hiddenUnits\": [32], \"latentDim\": 4}", 5).ofLength(20, 20, null);
        run.run();

        assertThat(new String(run.file("losses.csv"), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst())
                .hasValueSatisfying(header -> assertThat(header).endsWith("validationFrechetDistance"));
    }

    @Test
    void fewPicturesAreVariedAndTheRunSaysHow() throws IOException, RunFailure {
        SmallRun run = new SmallRun(folder, "cgan", "{\"channels\": 4, \"latentDim\": 3}", 5);
        run.run();

        assertThat(((RunReport.Started) run.reports().get(0)).notes())
                .singleElement()
                .asString()
                .contains("varied while it learns: shift, cutout, brightness")
                .contains("not mirrored");
    }

    @Test
    void aRunWhoseMinutesAreOverPublishesWhatItHas() throws IOException, RunFailure {
        SmallRun run = new SmallRun(folder, "vae", HASTY_VAE, 5).ofLength(1_000_000, null, 0.01);

        assertThat(run.run()).isTrue();

        assertThat(run.end().why().code()).isEqualTo(StopReason.MINUTES);
        assertThat(run.end().step()).isBetween(1L, 999_999L);
        assertThat(run.file("encoder.safetensors")).isNotEmpty();
    }

    @Test
    void aRunThatComesToItsEndSaysSo() throws IOException, RunFailure {
        SmallRun run = new SmallRun(folder, "vae", HASTY_VAE, 5);
        run.run();

        assertThat(run.end().why()).isEqualTo(new StopReason(StopReason.LENGTH, "It came to the end of its 9 steps"));
    }
}
