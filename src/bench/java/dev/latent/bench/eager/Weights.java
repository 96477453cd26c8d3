package dev.latent.bench.eager;

import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/** Of several networks. */
final class Weights {
    private Weights() {}

    static List<Tensor> of(Network... networks) {
        return Stream.of(networks)
                .flatMap(network -> network.weights().stream())
                .toList();
    }

    static List<Tensor> of(List<Tensor> some, List<Tensor> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
