package dev.latent.nn;

import ai.djl.ndarray.NDArray;

/** Non-linearities, element by element. */
public enum Activation implements Layer {
    RELU(ai.djl.nn.Activation::relu),
    /** max(0.2 x, x), as in DCGAN's discriminator. */
    LEAKY_RELU(x -> ai.djl.nn.Activation.leakyRelu(x, 0.2f)),
    TANH(NDArray::tanh),
    SIGMOID(ai.djl.nn.Activation::sigmoid),
    NONE(x -> x);

    private final Layer function;

    Activation(Layer function) {
        this.function = function;
    }

    @Override
    public NDArray apply(NDArray x) {
        return function.apply(x);
    }
}
