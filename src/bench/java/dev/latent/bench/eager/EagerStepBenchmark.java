package dev.latent.bench.eager;

import dev.latent.run.InTurn;
import dev.latent.run.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One training step of a family on libtorch: batch, losses, backward, update, and the losses read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EagerStepBenchmark extends InTurn {
    private static final int STEPS_TO_LEARN = 12;

    @Param("vae")
    public String family;

    @Param("128")
    public int batchSize;

    @Param("1")
    public int threads;

    /** How many the networks have to have. */
    @Param("0")
    public long parameters;

    /** Folder of a prepared dataset. */
    @Param("")
    public String dataset;

    private Data data;
    private Trained trained;

    @Setup
    public void open() throws IOException {
        Context.setFlushDenormal(true);
        torch.set_num_threads(threads);
        torch.manual_seed(1);
        data = new Data(Path.of(dataset), batchSize);
        Setting setting = new Setting(family, batchSize, "float32", threads);
        trained = Families.build(family, setting.hyperparameters(), Setting.SHAPE.classes());
        if (trained.parameters() != parameters) {
            throw new IllegalStateException(
                    family + " has " + trained.parameters() + " parameters here and " + parameters + " there");
        }
        requireLearning();
    }

    /** Players may lose while they learn, but not both; and no weight may be left out. */
    private void requireLearning() {
        List<Tensor> drawn = trained.weights().stream().map(Tensor::clone).toList();
        double[] before = step();
        for (int i = 2; i < STEPS_TO_LEARN; i++) {
            step();
        }
        double[] after = step();
        if (IntStream.range(0, after.length).noneMatch(i -> after[i] < before[i])) {
            throw new IllegalStateException(
                    family + "'s losses went from " + Arrays.toString(before) + " to " + Arrays.toString(after));
        }
        for (int i = 0; i < drawn.size(); i++) {
            Tensor weight = trained.weights().get(i);
            if (weight.dim() > 1 && weight.equal(drawn.get(i))) { // a critic's last bias cancels out
                throw new IllegalStateException(family + "'s weights of index " + i + " don't change");
            }
        }
    }

    /** What the JVM calls by reflection, as JMH does, loses the thread's mode when it returns. @return the losses */
    @Benchmark
    public double[] step() {
        Context.setFlushDenormal(true);
        try (PointerScope scope = new PointerScope()) {
            return trained.step().on(data).stream()
                    .mapToDouble(Tensor::item_double)
                    .toArray();
        }
    }
}
