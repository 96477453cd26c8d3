package dev.latent.family.wgan;

import ai.djl.ndarray.NDArray;
import dev.latent.family.AdversarialNetworks;
import dev.latent.family.AdversarialOptions;
import dev.latent.family.GanLayout;
import dev.latent.family.ScoresAsCritic;
import dev.latent.nn.layer.Weights;

/** G and a critic, which has a value for every sample. */
final class WganNetworks extends AdversarialNetworks implements ScoresAsCritic {
    WganNetworks(GanLayout layout, AdversarialOptions options, Weights.Source weights) {
        super(layout, options, weights);
    }

    @Override
    public NDArray criticScore(NDArray x) {
        return discriminate(inside(x), null);
    }
}
