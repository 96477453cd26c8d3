package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.Denoises;
import dev.latent.family.autoencoding.AutoencoderNetworks;
import dev.latent.family.autoencoding.Output;
import dev.latent.family.network.Layout;
import dev.latent.nn.layer.Conditioning;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * r(x̃, m, σ) = g(f(x̃ ⊙ (1 − m), m, σ)), of rows of a table: m tells which values are hidden, σ how strong the noise is,
 * where that is known. Unusual rows are far from what is made of them with little noise and with much, and their values
 * from what is made of them where they are hidden.
 */
final class NoiseConditionalDenoiser extends AutoencoderNetworks implements Denoises {
    /** Beside the values and which of them are hidden: whether the level is told, and its logarithm. */
    private static final int OF_LEVEL = 2;

    private final int size;

    /** @param size of a row */
    NoiseConditionalDenoiser(Layout layout, int size, int latentDimension, Output output, Weights.Source weights) {
        super(layout, size + OF_LEVEL, latentDimension, output, weights);
        this.size = size;
    }

    @Override
    public Map<String, LayerDescription> structure() {
        Map<String, LayerDescription> structure = new TreeMap<>(super.structure());
        structure.computeIfPresent(
                "encoder",
                (name, encoder) ->
                        LayerDescription.inTurn(List.of(new LayerDescription.Extended(size + OF_LEVEL), encoder)));
        return structure;
    }

    /** Nothing is hidden, and the level is not known. */
    @Override
    protected NDArray seen(NDArray x) {
        NDManager manager = x.getManager();
        return seen(x, x.zerosLike(), manager.zeros(new Shape(x.getShape().get(0), 1)));
    }

    private static NDArray seen(NDArray x, NDArray hidden, NDArray level) {
        return Conditioning.joinNoise(x, hidden, level);
    }

    /**
     * Before the last activation, which vectors have none of.
     *
     * @param hidden 1 for values that are not to be seen, {@code [n, d]}
     * @param level of the noise in standard deviations, {@code [n, 1]}; 0 where it is not told
     */
    NDArray logits(NDArray x, NDArray hidden, NDArray level) {
        return logitsOfSeen(seen(x, hidden, level));
    }

    @Override
    public NDArray denoise(NDArray corrupted) {
        return reconstruct(corrupted, null);
    }

    /** By levels, lowest first: the root of the mean squared error; last the difference to what stands for hidden values. */
    @Override
    public NDArray deviations(NDArray x, @Nullable NDArray labels) {
        NDList views = new NDList();
        NoisyViews noisy = new NoisyViews(this, x);
        for (double level : NoiseLevels.ofViews()) {
            views.add(noisy.deviation(level));
        }
        views.add(new HiddenViews(this, x).deviation());
        return NDArrays.stack(views, 1);
    }
}
