package dev.latent.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

@EngineTest
class ChainTests {
    private static final Offset<Float> ROUNDING = within(1e-6f);

    @Test
    void layersInARowBecomeOneCall(NDManager manager) {
        Weights weights = drawn(manager);

        Layer chain = Layer.chain(List.of(first(weights), Activation.TANH.layer(), second(weights)));

        assertThat(chain).isInstanceOf(NativeLayer.class);
    }

    @Test
    void oneCallGivesWhatTheLayersGiveOneByOne(NDManager manager) {
        Weights weights = drawn(manager);
        Layer first = first(weights);
        Layer second = second(weights);
        NDArray x = samples(manager);

        NDArray y = Layer.chain(List.of(first, Activation.TANH.layer(), second)).apply(x);

        NDArray expected = second.apply(Activation.TANH.layer().apply(first.apply(x)));
        assertThat(y.toFloatArray()).containsExactly(expected.toFloatArray());
    }

    @Test
    void aChainOfChainsIsOneCallToo(NDManager manager) {
        Weights weights = drawn(manager);
        Layer first = first(weights);
        Layer second = second(weights);
        Layer inner = Layer.chain(List.of(second, Activation.RELU.layer()));
        NDArray x = samples(manager);

        Layer outer = Layer.chain(List.of(first, inner, Activation.TANH.layer()));

        assertThat(outer).isInstanceOf(NativeLayer.class);
        NDArray expected = Activation.TANH.layer().apply(Activation.RELU.layer().apply(second.apply(first.apply(x))));
        assertThat(outer.apply(x).toFloatArray()).containsExactly(expected.toFloatArray());
    }

    @Test
    void layersOfTwoNetworksStayApart(NDManager manager) {
        Weights one = drawn(manager);
        Weights other = drawn(manager);
        Layer batchNorm = Normalization.batch(other, "norm", 4, Initializer.ONES, Activation.NONE);

        Layer chain = Layer.chain(List.of(first(one), batchNorm));
        one.training(true);
        chain.apply(samples(manager));

        assertThat(chain).isNotInstanceOf(NativeLayer.class);
        assertThat(other.buffers().get("norm.mean").toFloatArray()).containsOnly(0);
    }

    @Test
    void aLayerThatIsNoNativeOneStandsBetweenTwoCalls(NDManager manager) {
        Weights weights = drawn(manager);
        Layer first = first(weights);
        Layer second = second(weights);
        NDArray x = samples(manager);

        Layer twice = new Residual(Activation.NONE.layer());

        NDArray y = Layer.chain(List.of(first, twice, second)).apply(x);

        NDArray expected = second.apply(first.apply(x).mul(2));
        assertThat(y.toFloatArray()).containsExactly(expected.toFloatArray());
    }

    @Test
    void whetherTheNetworkTrainsIsAskedAtEachCall(NDManager manager) {
        Weights weights = drawn(manager);
        Layer batchNorm = Normalization.batch(weights, "norm", 4, Initializer.ONES, Activation.NONE);
        Layer chain = Layer.chain(List.of(first(weights), batchNorm));
        NDArray x = samples(manager);

        float[] serving = chain.apply(x).toFloatArray();
        weights.training(true);
        NDArray training = chain.apply(x);

        assertThat(training.toFloatArray()).isNotEqualTo(serving);
        assertThat(training.mean(new int[] {0}).toFloatArray()).containsExactly(new float[4], ROUNDING);
    }

    @Test
    void aResidualAddsTheInputOfItsLayers(NDManager manager) {
        Weights weights = drawn(manager);
        Layer h =
                Layer.chain(List.of(Linear.of(weights, "h", 3, 3, Initializer.normal(0, 1)), Activation.TANH.layer()));
        NDArray x = samples(manager);

        Layer residual = Layer.residual(h);

        assertThat(residual).isInstanceOf(NativeLayer.class);
        assertThat(residual.apply(x).toFloatArray())
                .containsExactly(x.add(h.apply(x)).toFloatArray());
    }

    @Test
    void anActivationByItselfLeavesItsInputAsItIs(NDManager manager) {
        NDArray x = samples(manager);
        float[] before = x.toFloatArray();

        Activation.RELU.layer().apply(x);

        assertThat(x.toFloatArray()).containsExactly(before);
    }

    private static Layer first(Weights weights) {
        return Linear.of(weights, "first", 3, 4, Initializer.normal(0, 1));
    }

    private static Layer second(Weights weights) {
        return Linear.of(weights, "second", 4, 2, Initializer.normal(0, 1));
    }

    private static NDArray samples(NDManager manager) {
        float[] values = new float[5 * 3];
        Initializer.normal(0, 1).fill(values, new Shape(5, 3), new SplittableRandom(2));
        return manager.create(values, new Shape(5, 3));
    }

    private static Weights drawn(NDManager manager) {
        return Weights.Source.drawn(manager, new SplittableRandom(1)).network();
    }
}
