package dev.latent.family.wgan;

import ai.djl.ndarray.NDArray;
import dev.latent.family.ScoresAsCritic;
import dev.latent.family.adversarial.AdversarialNetworks;
import dev.latent.family.adversarial.AdversarialOptions;
import dev.latent.family.adversarial.GanLayout;
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
