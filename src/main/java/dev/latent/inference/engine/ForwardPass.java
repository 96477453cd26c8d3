package dev.latent.inference.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.GenerativeModel;
import dev.latent.inference.engine.Rows.Column;
import dev.latent.nn.engine.NativeOperations;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a model on the engine. */
record ForwardPass(GenerativeModel model, NDManager manager, Call call) {
    /** @param size how many rows the engine sees: at least the rows' count; those missing are zeros */
    Rows run(Rows rows, int size) {
        try (NDManager scope = manager.newSubManager()) {
            List<NDArray> in = rows.columns().stream()
                    .map(column -> array(scope, column, size))
                    .toList();
            List<NDArray> out = call.apply(model, in, labels(scope, rows.labels(), size));
            List<Column> columns =
                    out.stream().map(array -> column(array, rows.count(), size)).toList();
            return new Rows(rows.count(), columns, null);
        }
    }

    private static NDArray array(NDManager scope, Column column, int size) {
        float[] padded = Arrays.copyOf(column.values(), size * column.rowSize());
        long[] shape = new long[column.shape().length + 1];
        shape[0] = size;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = column.shape()[i - 1];
        }
        return scope.create(FloatBuffer.wrap(padded), new Shape(shape));
    }

    private static @Nullable NDArray labels(NDManager scope, int @Nullable [] labels, int size) {
        if (labels == null) {
            return null;
        }
        long[] padded = new long[size];
        for (int i = 0; i < labels.length; i++) {
            padded[i] = labels[i];
        }
        return scope.create(padded);
    }

    private static Column column(NDArray array, int count, int size) {
        long[] dimensions = array.getShape().getShape();
        int[] shape =
                Arrays.stream(dimensions).skip(1).mapToInt(Math::toIntExact).toArray();
        float[] values = NativeOperations.rowMajor(array).toFloatArray();
        return new Column(shape, Arrays.copyOf(values, values.length / size * count));
    }
}
