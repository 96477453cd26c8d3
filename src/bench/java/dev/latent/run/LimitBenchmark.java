package dev.latent.run;

import dev.latent.nn.engine.StepProducts;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The matrix products and convolutions of one training step, and nothing else: what a step can't be quicker than. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LimitBenchmark extends InTurn {
    @Param("vae")
    public String family;

    @Param("128")
    public int batchSize;

    @Param("float32")
    public String precision;

    @Param("1")
    public int threads;

    /** Folder of a prepared dataset. */
    @Param("")
    public String dataset;

    private StepProducts products;

    @org.openjdk.jmh.annotations.Setup
    public void record() throws Exception {
        StepProducts.watch();
        Setting setting = new Setting(family, batchSize, precision, threads);
        try (BenchedTraining training = BenchedTraining.open(setting, Path.of(dataset))) {
            products = StepProducts.of(() -> training.steps(1));
        }
    }

    @Benchmark
    public void products() {
        products.run();
    }

    @TearDown(Level.Trial)
    public void close() {
        products.close();
    }
}
