package dev.latent.family.autoencoding;

import ai.djl.ndarray.NDArray;
import dev.latent.family.Decodes;
import dev.latent.family.Encodes;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Reconstructs;
import dev.latent.family.network.Layout;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** f and g: an encoder into a code and a decoder out of it. */
public class AutoencoderNetworks implements GenerativeModel, Reconstructs, Encodes, Decodes {
    private final Map<String, Weights> networks = new LinkedHashMap<>();
    private final Layer encoder;
    private final Layer decoder;
    private final int latentDimension;
    private final Output output;

    /** @param latentDimension length of the code */
    public AutoencoderNetworks(Layout layout, int latentDimension, Output output, Weights.Source weights) {
        this(layout, 0, latentDimension, output, weights);
    }

    /** @param extra how many values {@link #seen} adds to a sample */
    protected AutoencoderNetworks(
            Layout layout, int extra, int latentDimension, Output output, Weights.Source weights) {
        Weights encoderWeights = weights.network();
        Weights decoderWeights = weights.network();
        networks.put("encoder", encoderWeights);
        networks.put("decoder", decoderWeights);
        this.encoder = layout.encoder(encoderWeights, extra, latentDimension);
        this.decoder = layout.decoder(decoderWeights, latentDimension);
        this.latentDimension = latentDimension;
        this.output = output;
    }

    /** g(f(x)) before the last activation. */
    public NDArray logits(NDArray x) {
        return logitsOfSeen(seen(x));
    }

    /** The same of what the encoder is given. */
    protected final NDArray logitsOfSeen(NDArray seen) {
        return decoder.apply(encoder.apply(seen));
    }

    /** What the encoder is given of samples. */
    protected NDArray seen(NDArray x) {
        return x;
    }

    public Output output() {
        return output;
    }

    @Override
    public Map<String, Weights> networks() {
        return networks;
    }

    @Override
    public Map<String, LayerDescription> structure() {
        return Map.of("encoder", encoder.description(), "decoder", output.values(decoder.description()));
    }

    @Override
    public int latentDimension() {
        return latentDimension;
    }

    @Override
    public boolean conditional() {
        return false;
    }

    @Override
    public NDArray reconstruct(NDArray x, @Nullable NDArray labels) {
        return output.values(logits(x));
    }

    @Override
    public Code encode(NDArray x, @Nullable NDArray labels) {
        return new Code(encoder.apply(seen(x)), null);
    }

    @Override
    public NDArray decode(NDArray z, @Nullable NDArray labels) {
        return output.values(decoder.apply(z));
    }
}
