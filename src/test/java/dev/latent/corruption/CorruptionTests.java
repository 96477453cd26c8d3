package dev.latent.corruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.corruption.Corruption.Kind;
import dev.latent.corruption.Corruption.Range;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@EngineTest
class CorruptionTests {
    private static final Offset<Float> SAMPLING_ERROR = within(0.01f);

    @Test
    void gaussianNoiseHasItsDeviation(NDManager manager) {
        NDArray noise = apply(Corruption.of(Kind.GAUSSIAN, 0.5), grey(manager)).sub(0.4f);

        assertThat(noise.mean().getFloat()).isCloseTo(0, SAMPLING_ERROR);
        assertThat(deviation(noise)).isCloseTo(0.5f, SAMPLING_ERROR);
    }

    @Test
    void speckleGrowsWithTheValue(NDManager manager) {
        NDArray noise = apply(Corruption.of(Kind.SPECKLE, 0.5), grey(manager)).sub(0.4f);

        assertThat(noise.mean().getFloat()).isCloseTo(0, SAMPLING_ERROR);
        assertThat(deviation(noise)).isCloseTo(0.2f, SAMPLING_ERROR);
        assertThat(apply(Corruption.of(Kind.SPECKLE, 2), manager.zeros(new Shape(9)))
                        .toFloatArray())
                .containsOnly(0);
    }

    @Test
    void maskingMakesItsFractionZeroAndKeepsTheRest(NDManager manager) {
        NDArray masked = apply(Corruption.of(Kind.MASKING, 0.3), grey(manager));

        assertThat(share(masked, 0)).isCloseTo(0.3f, SAMPLING_ERROR);
        assertThat(share(masked, 0.4f)).isCloseTo(0.7f, SAMPLING_ERROR);
    }

    @Test
    void saltAndPepperShareTheirFraction(NDManager manager) {
        NDArray speckled = apply(Corruption.of(Kind.SALT_AND_PEPPER, 0.3), grey(manager));

        assertThat(share(speckled, 0)).isCloseTo(0.15f, SAMPLING_ERROR);
        assertThat(share(speckled, 1)).isCloseTo(0.15f, SAMPLING_ERROR);
        assertThat(share(speckled, 0.4f)).isCloseTo(0.7f, SAMPLING_ERROR);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void atLevelZeroNothingHappens(Kind kind, NDManager manager) {
        assertThat(apply(Corruption.of(kind, 0), grey(manager)).toFloatArray()).containsOnly(0.4f);
    }

    @Test
    void withARangeEachSampleDrawsItsOwnLevel(NDManager manager) {
        NDArray x = manager.full(new Shape(500, 1, 20, 20), 0.4f);

        NDArray noise = apply(new Corruption(Kind.GAUSSIAN, null, 0.2, 0.6), x).sub(0.4f);

        float[] deviations =
                noise.reshape(500, -1).square().mean(new int[] {1}).sqrt().toFloatArray();
        assertThat(deviations).doesNotHaveDuplicates();
        assertThat(manager.create(deviations).min().getFloat()).isBetween(0.17f, 0.22f);
        assertThat(manager.create(deviations).max().getFloat()).isBetween(0.58f, 0.66f);
        assertThat(manager.create(deviations).mean().getFloat()).isCloseTo(0.4f, within(0.02f));
    }

    @Test
    void ofSeveralKindsEachSampleDrawsOne(NDManager manager) {
        NDArray x = manager.full(new Shape(1000, 5), 0.4f);
        List<Corruption> kinds = List.of(Corruption.of(Kind.MASKING, 1), Corruption.of(Kind.GAUSSIAN, 0));

        NDArray corrupted = Corruption.applyOneOf(kinds, x, Range.PIXELS, Noise.ENGINE);

        assertThat(share(corrupted, 0)).isCloseTo(0.5f, within(0.05f));
        float[] means = corrupted.mean(new int[] {1}).toFloatArray();
        assertThat(share(manager.create(means), 0) + share(manager.create(means), 0.4f))
                .isEqualTo(1);
    }

    @Test
    void pixelsAreClippedAndColumnsAreNot(NDManager manager) {
        NDArray x = manager.create(new float[] {-0.5f, 0.5f, 7});

        assertThat(Range.PIXELS.clip(x).toFloatArray()).containsExactly(0, 0.5f, 1);
        assertThat(Range.COLUMNS.clip(x).toFloatArray()).containsExactly(-0.5f, 0.5f, 7);
    }

    @Test
    void aLevelThatItsKindDoesNotKnowIsAFlaw() {
        assertThat(Corruption.of(Kind.MASKING, 1.5).flaw())
                .isEqualTo("a level of masking must be a fraction from 0 to 1");
        assertThat(new Corruption(Kind.GAUSSIAN, null, 0.5, 0.1).flaw()).contains("minLevel");
        assertThat(new Corruption(Kind.GAUSSIAN, 0.5, 0.1, 0.9).flaw()).contains("either level");
        assertThat(new Corruption(Kind.GAUSSIAN, null, 0.1, null).flaw()).contains("either level");
        assertThat(new Corruption(Kind.MASKING, null, 0.0, 1.0).flaw()).isNull();
    }

    private static NDArray apply(Corruption corruption, NDArray x) {
        return corruption.apply(x, Range.PIXELS, Noise.ENGINE);
    }

    private static NDArray grey(NDManager manager) {
        return manager.full(new Shape(100, 1, 20, 20), 0.4f);
    }

    private static float deviation(NDArray x) {
        return (float) Math.sqrt(x.square().mean().getFloat());
    }

    private static float share(NDArray x, float value) {
        float[] values = x.toFloatArray();
        int count = 0;
        for (float v : values) {
            count += v == value ? 1 : 0;
        }
        return (float) count / values.length;
    }
}
