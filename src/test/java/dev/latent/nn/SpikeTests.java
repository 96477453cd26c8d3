package dev.latent.nn;

import ai.djl.ndarray.*;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class SpikeTests {
    @Test
    void conv() {
        TensorEngine.start();
        TensorEngine.seed(3);
        for (Precision pr : Precision.values())
            try (NDManager m = NDManager.newBaseManager("PyTorch")) {
                Weights.Source src = Weights.Source.drawn(m, new java.util.SplittableRandom(1));
                Weights w = src.network().in(pr);
                Layer net = Layer.chain(java.util.List.of(
                        NativeOperations::channelsLast,
                        Convolution.strided(w, "c1", Convolution.Geometry.halving(1, 32), Initializer.he(16)),
                        Normalization.batch(w, "b1", 32, Initializer.ONES),
                        Activation.LEAKY_RELU,
                        Convolution.strided(w, "c2", Convolution.Geometry.halving(32, 64), Initializer.he(16 * 32)),
                        Normalization.instance(w, "b2", 64),
                        Activation.RELU,
                        Convolution.fractionallyStrided(
                                w, "d1", Convolution.Geometry.halving(64, 32), 0, 0, Initializer.he(16 * 64)),
                        Activation.RELU,
                        Convolution.fractionallyStrided(
                                w, "d2", Convolution.Geometry.halving(32, 1), 0, 0, Initializer.he(16 * 32))));
                TrainableNetwork n = new TrainableNetwork(w, x -> new Adam(x, new Adam.Settings(0.001)));
                long t = 0;
                for (int i = 0; i < 40; i++)
                    try (NDManager s = m.newSubManager()) {
                        if (i == 20) t = System.nanoTime();
                        NDArray x = s.randomUniform(0, 1, new Shape(128, 1, 28, 28));
                        float l = n.minimize(() -> Losses.squaredError(net.apply(x), x))
                                .getFloat();
                        if (i % 10 == 0) System.out.println(l);
                    }
                System.out.println("ms/step " + (System.nanoTime() - t) / 20e6);
                try (NDManager s = m.newSubManager()) {
                    NDArray x = s.randomUniform(0, 1, new Shape(8, 1, 28, 28));
                    NDArray lab = s.create(new long[] {0, 1, 2, 3, 4, 5, 6, 7});
                    System.out.println(Losses.bernoulliCrossEntropy(net.apply(x), x) + " "
                            + Losses.softplus(net.apply(x)).sum() + " "
                            + Losses.crossEntropy(net.apply(x).reshape(8, -1), lab));
                    NativeOperations.copy(s.ones(new Shape(32)), w.parameters().get("c1.bias"));
                    System.out.println(w.parameters().get("c1.bias").sum());
                }
            }
    }
}
