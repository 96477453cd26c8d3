package dev.latent.family.adversarial;

import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;

/** How the networks between two domains are built. */
public interface UnpairedLayout {
    /** The shape of both domains' samples. */
    SampleShape shape();

    /** Samples → samples of the other domain before any last activation. */
    Layer generator(Weights weights);

    /** Samples → logits, one a sample or one a patch. */
    Layer discriminator(Weights weights);
}
