package dev.latent.nn.engine;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Exactly the matrix products and convolutions that a step needs, each in the engine's quickest way. */
public final class StepProducts implements AutoCloseable {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final List<Repeated> products = new ArrayList<>();
    private final double operations;

    /** A step that is being recorded. */
    public interface Step extends ProductRecorder.Step {}

    private record Repeated(TimedProduct product, int times) {}

    private StepProducts(Map<Product, Integer> needed) {
        needed.forEach((product, times) -> products.add(new Repeated(TimedProduct.best(manager, product), times)));
        operations = needed.entrySet().stream()
                .mapToDouble(entry -> entry.getKey().operations() * entry.getValue())
                .sum();
    }

    /** Has to come before anything is computed. */
    public static void watch() {
        ProductRecorder.install();
    }

    public static StepProducts of(Step step) throws Exception {
        return new StepProducts(ProductRecorder.record(step));
    }

    /** Computes them all. */
    public void run() {
        products.forEach(product -> product.product.run(product.times));
    }

    /** Multiplications and additions of one step. */
    public double operations() {
        return operations;
    }

    @Override
    public void close() {
        manager.close();
    }
}
