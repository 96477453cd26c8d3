package dev.latent.run;

import java.io.IOException;
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

/** One training step of a family: batch, losses, backward, update, and the losses read. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StepBenchmark extends InTurn {
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

    private BenchedTraining training;

    @org.openjdk.jmh.annotations.Setup
    public void open() throws IOException {
        training = BenchedTraining.open(new Setting(family, batchSize, precision, threads), Path.of(dataset));
    }

    @Benchmark
    public void step() {
        training.steps(1);
    }

    @TearDown(Level.Trial)
    public void close() {
        training.close();
    }
}
