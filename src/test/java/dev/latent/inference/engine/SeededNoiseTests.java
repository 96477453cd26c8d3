package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeededNoiseTests {
    @Test
    void aSamplesNoiseDoesNotDependOnHowManyAreDrawn() {
        float[] one = SeededNoise.of(7, 2, 1).normal(5);
        float[] many = SeededNoise.of(7, 0, 10).normal(5);

        assertThat(Arrays.copyOfRange(many, 10, 15)).containsExactly(one);
    }

    @Test
    void otherSeedsAndOtherSamplesGiveOtherNoise() {
        float[] here = SeededNoise.of(7, 0, 1).normal(5);

        assertThat(SeededNoise.of(8, 0, 1).normal(5)).isNotEqualTo(here);
        assertThat(SeededNoise.of(7, 1, 1).normal(5)).isNotEqualTo(here);
    }

    @Test
    void aStreamGoesOn() {
        SeededNoise noise = SeededNoise.of(7, 0, 1);
        assertThat(noise.normal(5)).isNotEqualTo(noise.normal(5));
    }

    @Test
    void firstValuesOfNeighbouringSamplesAreStandardNormalAndUncorrelated() {
        double[] first = IntStream.range(0, 20_000)
                .mapToDouble(sample -> SeededNoise.of(1, sample, 1).normal(1)[0])
                .toArray();

        assertThat(Arrays.stream(first).average().orElseThrow()).isCloseTo(0, within(0.03));
        assertThat(Arrays.stream(first).map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.04));
        assertThat(IntStream.range(1, first.length)
                        .mapToDouble(i -> first[i] * first[i - 1])
                        .average()
                        .orElseThrow())
                .isCloseTo(0, within(0.03));
    }
}
