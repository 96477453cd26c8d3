package dev.latent.nn.layer;

import java.util.List;

/** Non-linearities, element by element. */
public enum Activation {
    RELU("torch.relu%s(%s)"),
    /** max(0.2 x, x), as in DCGAN's discriminator. */
    LEAKY_RELU("torch.leaky_relu%s(%s, 0.2)"),
    TANH("torch.tanh%s(%s)"),
    SIGMOID("torch.sigmoid%s(%s)"),
    NONE("%s%s");

    private final String call;
    private final Layer layer;

    Activation(String call) {
        this.call = call;
        this.layer =
                NativeLayer.of(call.formatted("", "x"), LayerDescription.none().then(this));
    }

    /** The TorchScript of this activation over the result of another expression, in that result's memory. */
    String over(String expression) {
        return this == NONE ? expression : call.formatted("_", expression);
    }

    /** A network whose results go through this. */
    public Layer after(Layer network) {
        return this == NONE ? network : Layer.chain(List.of(network, layer));
    }

    /** By itself. */
    public Layer layer() {
        return layer;
    }
}
