package dev.latent.bench.eager;

import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A network that is shown labels. */
interface Labelled {
    Tensor of(Tensor x, Tensor labels);

    List<Tensor> weights();

    /** One that does not look at them. */
    static Labelled not(Network network) {
        return of(network, (x, labels) -> network.of(x));
    }

    /** One that sees them as further values or planes. */
    static Labelled joined(Network network, int classes) {
        return of(network, (x, labels) -> network.of(torch.cat(new TensorVector(x, planes(x, labels, classes)), 1)));
    }

    private static Tensor planes(Tensor x, Tensor labels, int classes) {
        Tensor y = torch.one_hot(labels, classes).to(torch.ScalarType.Float);
        return x.dim() == 4 ? y.unsqueeze(2).unsqueeze(3).expand(-1, -1, x.size(2), x.size(3)) : y;
    }

    /** A score of features, and the label projected onto them. */
    static Labelled projected(Labelled seen, int classes) {
        Network score = new Network().linear(Networks.TOP_UNITS, 1).scores();
        EmbeddingImpl embedding = new EmbeddingImpl(classes, Networks.TOP_UNITS);
        Network all = score.then(embedding, x -> x);
        all.weights().addAll(seen.weights());
        return of(all, (x, labels) -> {
            Tensor phi = seen.of(x, labels);
            return score.of(phi).add(embedding.forward(labels).mul(phi).sum(1));
        });
    }

    /** What a {@link Labelled} computes. */
    interface Forward {
        Tensor of(Tensor x, Tensor labels);
    }

    private static Labelled of(Network weighed, Forward forward) {
        return new Labelled() {
            @Override
            public Tensor of(Tensor x, Tensor labels) {
                return forward.of(x, labels);
            }

            @Override
            public List<Tensor> weights() {
                return weighed.weights();
            }
        };
    }
}
