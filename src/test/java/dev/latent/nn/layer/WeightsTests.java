package dev.latent.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.NativeOperations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@EngineTest
class WeightsTests {
    @Test
    void theSameSeedDrawsTheSameWeights(NDManager manager) {
        assertThat(first(drawn(manager, 7))).containsExactly(first(drawn(manager, 7)));
        assertThat(first(drawn(manager, 7))).isNotEqualTo(first(drawn(manager, 8)));
    }

    @Test
    void twoNetworksOfOneSourceDiffer(NDManager manager) {
        Weights.Source source = Weights.Source.drawn(manager, new SplittableRandom(1));

        assertThat(first(source.network())).isNotEqualTo(first(source.network()));
    }

    @Test
    void blankWeightsAreZeros(NDManager manager) {
        assertThat(first(Weights.Source.blank(manager).network())).containsOnly(0);
    }

    @Test
    void aNameIsTakenOnce(NDManager manager) {
        Weights weights = drawn(manager, 1);
        weights.buffer("a", new Shape(1), 0);

        assertThatThrownBy(() -> weights.parameter("a", new Shape(1), Initializer.ONES))
                .hasMessage("two weights are named a");
    }

    @Test
    void theUnionOfNetworksNamesWhoseWeightsTheyAre(NDManager manager) {
        Weights encoder = drawn(manager, 1);
        encoder.parameter("w", new Shape(2), Initializer.ONES);
        Weights decoder = drawn(manager, 2);
        decoder.parameter("w", new Shape(3), Initializer.ONES);
        decoder.buffer("mean", new Shape(3), 0);

        Weights union = Weights.union(new LinkedHashMap<>(Map.of("encoder", encoder, "decoder", decoder)));

        assertThat(union.parameters()).containsOnlyKeys("encoder/w", "decoder/w");
        assertThat(union.buffers()).containsOnlyKeys("decoder/mean");
        assertThat(union.parameterCount()).isEqualTo(5);
        assertThat(union.parameters().get("encoder/w"))
                .isSameAs(encoder.parameters().get("w"));
    }

    @Test
    void inBfloat16ANetworkComputesWithItsParametersRounded(NDManager manager) {
        Weights weights = Weights.Source.drawn(manager, new SplittableRandom(1))
                .in(Precision.BFLOAT16)
                .network();
        Layer layer = weights.inFloat32(Linear.unbiased(weights, "l", 256, 128, Initializer.ZEROS));
        NDArray w = weights.parameters().get("l.weight");

        NativeOperations.copy(manager.full(w.getShape(), 1.001f), w);
        weights.round();

        // 1.001 lies between 1 and 1 + 2⁻⁷, the next number in bfloat16
        assertThat(layer.apply(manager.ones(new Shape(1, 256))).toFloatArray()).containsOnly(256);
        assertThat(w.toFloatArray()).containsOnly(1.001f);
    }

    @Test
    void glorotAndHeKeepTheirBounds() {
        float[] glorot = values(Initializer.glorot(50, 100));
        float[] he = values(Initializer.he(24));

        assertThat(max(glorot)).isBetween(0.199f, 0.2f);
        assertThat(max(he)).isBetween(0.499f, 0.5f);
    }

    @Test
    void aPyramidHalvesUntilSevenAndDoublesItsChannels() {
        Pyramid pyramid = Pyramid.of(28, 61);

        assertThat(pyramid.heights()).containsExactly(28, 14, 7);
        assertThat(pyramid.widths()).containsExactly(61, 30, 15);
        assertThat(pyramid.channels(32)).isEqualTo(List.of(32, 64));
        assertThat(pyramid.smallestSize(64)).isEqualTo(64 * 7 * 15);
        assertThat(Pyramid.of(28, 61, 4).heights()).containsExactly(28, 14, 7, 3);
    }

    private static float[] values(Initializer initializer) {
        float[] values = new float[10_000];
        initializer.fill(values, new Shape(values.length), new SplittableRandom(1));
        return values;
    }

    private static float max(float[] values) {
        float max = 0;
        for (float value : values) {
            max = Math.max(max, Math.abs(value));
        }
        return max;
    }

    private static Weights drawn(NDManager manager, long seed) {
        return Weights.Source.drawn(manager, new SplittableRandom(seed)).network();
    }

    private static float[] first(Weights weights) {
        return weights.parameter("first", new Shape(5), Initializer.normal(0, 1))
                .toFloatArray();
    }
}
