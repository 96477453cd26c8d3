package dev.latent.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.latent.nn.engine.Candidates.Candidate;
import dev.latent.nn.layer.Precision;
import java.util.Comparator;
import java.util.List;

/** A product in one way of computing it, on arrays of its own. */
final class TimedProduct {
    private static final int TRIALS = 5;
    private static final String LOOP = """
            def forward(self: __torch__.Operation, x: Tensor, w: Tensor, g: Tensor, c: Tensor, n: int) -> Tensor:
              r = x
              for i in range(n):
                r = %s
              return r
            """;
    private static final String BFLOAT16 = """
            def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
              return torch.to(x, 15)
            """;

    private final NativeOperation operation;
    private final List<NDArray> arrays;

    private TimedProduct(NDManager manager, Product product, Candidate candidate) {
        operation = NativeOperations.of(LOOP.formatted(candidate.expression()));
        arrays = List.of(product.x(), product.weight(), product.y(), product.columns()).stream()
                .map(shape -> array(manager, shape, candidate.channelsLast(), product.precision()))
                .toList();
    }

    /** In the quickest way. */
    static TimedProduct best(NDManager manager, Product product) {
        return Candidates.of(product).stream()
                .map(candidate -> new TimedProduct(manager, product, candidate))
                .min(Comparator.comparingLong(TimedProduct::trial))
                .orElseThrow();
    }

    private static NDArray array(NDManager manager, Shape shape, boolean channelsLast, Precision precision) {
        NDArray drawn = manager.randomNormal(0, 0.1f, shape, ai.djl.ndarray.types.DataType.FLOAT32);
        NDArray laidOut = channelsLast && shape.dimension() == 4 ? NativeOperations.channelsLast(drawn) : drawn;
        return precision == Precision.BFLOAT16 ? NativeOperations.of(BFLOAT16).apply(laidOut) : laidOut;
    }

    private long trial() {
        run(1);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIALS; i++) {
            long start = System.nanoTime();
            run(2);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    void run(int times) {
        IValue[] arguments = new IValue[arrays.size() + 1];
        for (int i = 0; i < arrays.size(); i++) {
            arguments[i] = IValue.from((PtNDArray) arrays.get(i));
        }
        arguments[arrays.size()] = IValue.from((long) times);
        operation.run(arguments);
    }
}
