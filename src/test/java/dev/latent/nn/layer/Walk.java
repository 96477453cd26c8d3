package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.LayerDescription.Weight;
import org.jspecify.annotations.Nullable;

/** Computes a network layer by layer from nothing but its description, as a reader of an export would. */
public final class Walk {
    private Walk() {}

    /** @param labels a one among zeros of each sample, for networks that are projected onto them, else null */
    public static NDArray through(LayerDescription layer, NDArray x, @Nullable NDArray labels) {
        if (layer instanceof LayerDescription.Projected projected) {
            NDArray features = through(projected.features(), x, null);
            NDArray direction = through(projected.projection(), labels, null);
            return through(projected.score(), features, null)
                    .add(features.mul(direction).sum(new int[] {1}));
        }
        NDArray y = x;
        for (LayerDescription leaf : layer.leaves().toList()) {
            y = one(leaf, y);
        }
        return y;
    }

    private static NDArray one(LayerDescription layer, NDArray x) {
        if (layer instanceof LayerDescription.Linear linear) {
            return plus(x.matMul(linear.weight().values().transpose()), linear.bias());
        } else if (layer instanceof LayerDescription.Convolution convolution) {
            return convolved(convolution, x);
        } else if (layer instanceof LayerDescription.BatchNormalization norm) {
            return normalized(x, norm.mean(), norm.variance(), norm.epsilon(), norm.scale(), norm.shift());
        } else if (layer instanceof LayerDescription.InstanceNormalization norm) {
            NDArray mean = ofEachChannel(x);
            NDArray variance = ofEachChannel(x.sub(mean).square());
            return normalized(x, mean, variance, norm.epsilon(), norm.scale(), norm.shift());
        } else if (layer instanceof LayerDescription.Activated activated) {
            return activated(activated.activation(), x);
        } else if (layer instanceof LayerDescription.Flattened flattened) {
            NDArray values = flattened.byPixel() ? x.transpose(0, 2, 3, 1) : x;
            return values.reshape(x.getShape().get(0), -1);
        } else if (layer instanceof LayerDescription.Shaped shaped) {
            return shaped(shaped, x);
        } else if (layer instanceof LayerDescription.Scaled scaled) {
            return x.mul((float) scaled.factor()).add((float) scaled.offset());
        } else if (layer instanceof LayerDescription.Squeezed) {
            return x.squeeze(1);
        } else if (layer instanceof LayerDescription.Extended extended) {
            return x.concat(x.getManager().zeros(new Shape(x.getShape().get(0), extended.zeros())), 1);
        } else if (layer instanceof LayerDescription.Reflected reflected) {
            return operation("torch.reflection_pad2d(x, [%1$d, %1$d, %1$d, %1$d])".formatted(reflected.width()))
                    .apply(x, x);
        } else if (layer instanceof LayerDescription.Attended) {
            NDArray places = x.reshape(x.getShape().get(0), 2, -1);
            NDArray values = places.get(":, 0").sub(2f).exp().add(1f).log();
            return values.mul(places.get(":, 1").softmax(1)).sum(new int[] {1});
        } else if (layer instanceof LayerDescription.Unshuffled unshuffled) {
            return operation("torch.pixel_unshuffle(x, %d)".formatted(unshuffled.factor()))
                    .apply(x, x);
        } else if (layer instanceof LayerDescription.Shuffled shuffled) {
            return operation("torch.pixel_shuffle(x, %d)".formatted(shuffled.factor()))
                    .apply(x, x);
        } else if (layer instanceof LayerDescription.Residual residual) {
            return x.add(through(residual.h(), x, null));
        }
        throw new IllegalArgumentException("unknown: " + layer);
    }

    private static NDArray convolved(LayerDescription.Convolution convolution, NDArray x) {
        Kernel kernel = convolution.kernel();
        String call = convolution.transposed()
                ? "torch.conv_transpose2d(x, w, None, [%1$d, %1$d], [%2$d, %2$d], [%3$d, %4$d], 1, [1, 1])"
                : "torch.conv2d(x, w, None, [%1$d, %1$d], [%2$d, %2$d], [1, 1], 1)";
        NDArray y = operation(
                        call.formatted(kernel.stride(), kernel.padding(), kernel.extraHeight(), kernel.extraWidth()))
                .apply(
                        NativeOperations.rowMajor(x),
                        NativeOperations.rowMajor(convolution.weight().values()));
        return convolution.bias() == null
                ? y
                : y.add(convolution.bias().values().reshape(1, -1, 1, 1));
    }

    private static NativeOperation operation(String expression) {
        return NativeOperations.of("""
                def forward(self: __torch__.Operation, x: Tensor, w: Tensor) -> Tensor:
                  return %s
                """.formatted(expression));
    }

    private static NDArray plus(NDArray x, @Nullable Weight bias) {
        return bias == null ? x : x.add(bias.values());
    }

    private static NDArray normalized(
            NDArray x, NDArray mean, NDArray variance, double epsilon, NDArray scale, NDArray shift) {
        NDArray deviation = byChannel(variance, x).add((float) epsilon).sqrt();
        return x.sub(byChannel(mean, x)).div(deviation).mul(byChannel(scale, x)).add(byChannel(shift, x));
    }

    /** The mean. */
    private static NDArray ofEachChannel(NDArray x) {
        Shape shape = x.getShape();
        return x.reshape(shape.get(0), shape.get(1), -1).mean(new int[] {2}).reshape(shape.get(0), shape.get(1), 1, 1);
    }

    private static NDArray byChannel(NDArray values, NDArray x) {
        boolean ofChannels = values.getShape().dimension() == 1 && x.getShape().dimension() == 4;
        return ofChannels ? values.reshape(1, -1, 1, 1) : values;
    }

    private static NDArray activated(Activation activation, NDArray x) {
        return switch (activation) {
            case RELU -> NDArrays.maximum(x, 0f);
            case LEAKY_RELU -> NDArrays.maximum(x, x.mul(0.2f));
            case TANH -> x.tanh();
            case SIGMOID -> x.neg().exp().add(1f).getNDArrayInternal().rdiv(1f);
            case NONE -> x;
        };
    }

    private static NDArray shaped(LayerDescription.Shaped shaped, NDArray x) {
        long[] sample = shaped.sample().stream().mapToLong(Long::longValue).toArray();
        if (!shaped.byPixel()) {
            return x.reshape(new Shape(-1).addAll(new Shape(sample)));
        }
        return x.reshape(-1, sample[1], sample[2], sample[0]).transpose(0, 3, 1, 2);
    }
}
