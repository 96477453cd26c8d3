package dev.latent.nn;

import ai.djl.ndarray.NDArray;

/** Non-linearities, element by element. */
public enum Activation implements Layer {
    RELU("torch.relu_(%s)", ai.djl.nn.Activation::relu),
    /** max(0.2 x, x), as in DCGAN's discriminator. */
    LEAKY_RELU("torch.leaky_relu_(%s, 0.2)", x -> ai.djl.nn.Activation.leakyRelu(x, 0.2f)),
    TANH("torch.tanh_(%s)", NDArray::tanh),
    SIGMOID("torch.sigmoid_(%s)", ai.djl.nn.Activation::sigmoid),
    NONE("%s", x -> x);

    private final String inPlace;
    private final Layer function;

    Activation(String inPlace, Layer function) {
        this.inPlace = inPlace;
        this.function = function;
    }

    /** The TorchScript of this activation over the result of another expression, in that result's memory. */
    String over(String expression) {
        return inPlace.formatted(expression);
    }

    @Override
    public NDArray apply(NDArray x) {
        return function.apply(x);
    }
}
