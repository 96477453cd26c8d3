package dev.latent.family;

import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import java.util.Map;

/**
 * Networks of one family with their weights. What it can do is told by the interfaces that it implements
 * ({@link Generates}, {@link Denoises}, …): their arrays are batches {@code [n, c, h, w]} of pixels in [0,1] for
 * images and {@code [n, d]} of standardized columns for vectors; labels are int64 {@code [n]}.
 *
 * <p>A call records a graph only while the weights require gradients ({@link dev.latent.nn.training.TrainableNetwork}), so a
 * loaded model is used from many threads as it is. Results are attached to the manager of the first argument.
 */
public interface GenerativeModel {
    /** The weights of each network by the network's name ({@code encoder}, {@code generator}, …), in a fixed order. */
    Map<String, Weights> networks();

    /**
     * What each of the networks computes when it is served, as data: an encoder from samples to a code, or to the
     * parameters of its distribution, the mean first; decoders and generators to samples; a discriminator from what the
     * generator's last layer gives (pixels in [−1,1]) to a value. Where the model is conditional, labels are joined to what goes
     * in ({@link dev.latent.nn.layer.Conditioning#join}).
     */
    Map<String, LayerDescription> structure();
}
