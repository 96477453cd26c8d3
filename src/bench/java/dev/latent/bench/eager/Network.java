package dev.latent.bench.eager;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.BatchNorm1dImpl;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Conv2dImpl;
import org.bytedeco.pytorch.Conv2dOptions;
import org.bytedeco.pytorch.ConvTranspose2dImpl;
import org.bytedeco.pytorch.ConvTranspose2dOptions;
import org.bytedeco.pytorch.InstanceNorm2dImpl;
import org.bytedeco.pytorch.InstanceNormOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Layers one after another, their weights drawn as libtorch draws them. */
final class Network {
    private final List<UnaryOperator<Tensor>> layers = new ArrayList<>();
    private final List<Tensor> weights = new ArrayList<>();

    Tensor of(Tensor x) {
        Tensor y = x;
        for (UnaryOperator<Tensor> layer : layers) {
            y = layer.apply(y);
        }
        return y;
    }

    List<Tensor> weights() {
        return weights;
    }

    Network then(UnaryOperator<Tensor> layer) {
        layers.add(layer);
        return this;
    }

    Network then(Module module, UnaryOperator<Tensor> forward) {
        TensorVector parameters = module.parameters();
        for (long i = 0; i < parameters.size(); i++) {
            weights.add(new Tensor(parameters.get(i)));
        }
        return then(forward);
    }

    Network then(Network other) {
        weights.addAll(other.weights);
        return then(other::of);
    }

    /** x + other(x). */
    Network residual(Network other) {
        weights.addAll(other.weights);
        return then(x -> x.add(other.of(x)));
    }

    Network linear(long inputs, long outputs, boolean bias) {
        LinearOptions options = new LinearOptions(inputs, outputs);
        options.bias().put(bias);
        LinearImpl linear = new LinearImpl(options);
        return then(linear, linear::forward);
    }

    Network linear(long inputs, long outputs) {
        return linear(inputs, outputs, true);
    }

    Network convolution(long inputs, long outputs, Kernel kernel, boolean bias) {
        Conv2dOptions options = new Conv2dOptions(inputs, outputs, new LongPointer(pair(kernel.side())));
        options.stride().put(pair(kernel.stride()));
        options.padding().put(new LongPointer(pair(kernel.padding())));
        options.bias().put(bias);
        Conv2dImpl convolution = new Conv2dImpl(options);
        return then(convolution, convolution::forward);
    }

    Network transposed(long inputs, long outputs, Kernel kernel, boolean bias) {
        ConvTranspose2dOptions options =
                new ConvTranspose2dOptions(inputs, outputs, new LongPointer(pair(kernel.side())));
        options.stride().put(pair(kernel.stride()));
        options.padding().put(pair(kernel.padding()));
        options.output_padding().put(pair(kernel.extra()));
        options.bias().put(bias);
        ConvTranspose2dImpl convolution = new ConvTranspose2dImpl(options);
        return then(convolution, convolution::forward);
    }

    private static long[] pair(long value) {
        return new long[] {value, value};
    }

    Network normalizedRows(long units) {
        BatchNorm1dImpl norm = new BatchNorm1dImpl(new BatchNormOptions(units));
        return then(norm, norm::forward);
    }

    Network normalizedByBatch(long channels) {
        BatchNorm2dImpl norm = new BatchNorm2dImpl(new BatchNormOptions(channels));
        return then(norm, norm::forward);
    }

    Network normalizedByInstance(long channels) {
        InstanceNormOptions options = new InstanceNormOptions(channels);
        options.affine().put(true);
        InstanceNorm2dImpl norm = new InstanceNorm2dImpl(options);
        return then(norm, norm::forward);
    }

    Network padded(long pixels) {
        return then(x -> torch.reflection_pad2d(x, pixels, pixels, pixels, pixels));
    }

    Network relu() {
        return then(torch::relu);
    }

    Network leaky() {
        Scalar slope = new Scalar(0.2);
        return then(x -> torch.leaky_relu(x, slope));
    }

    Network tanh() {
        return then(torch::tanh);
    }

    /** {@code [n, …]} → {@code [n, values]}. */
    Network flat() {
        return then(x -> x.flatten(1, -1));
    }

    /** {@code [n, 1]} → {@code [n]}. */
    Network scores() {
        return then(Tensor::flatten);
    }

    /** {@code [n, channels · side · side]} → {@code [n, channels, side, side]}. */
    Network image(long channels, long side) {
        return then(x -> x.reshape(-1, channels, side, side));
    }
}
