package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import dev.latent.family.Denoises;
import dev.latent.family.autoencoding.AutoencoderNetworks;
import dev.latent.family.autoencoding.Output;
import dev.latent.family.network.Layout;
import dev.latent.nn.layer.Weights;

/** r(x̃) = g(f(x̃)). */
final class Denoiser extends AutoencoderNetworks implements Denoises {
    Denoiser(Layout layout, int latentDimension, Output output, Weights.Source weights) {
        super(layout, latentDimension, output, weights);
    }

    @Override
    public NDArray denoise(NDArray corrupted) {
        return reconstruct(corrupted, null);
    }
}
