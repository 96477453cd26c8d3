package dev.latent.run;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.SigmoidBinaryCrossEntropyLoss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.TrainOn;
import dev.latent.nn.engine.Subnormals;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.run.loop.Batches;
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

/** The VAE 784-400-20 as a plain DJL loop: DJL's blocks, loss, trainer and Adam, on our batches. */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DjlVaeBenchmark extends InTurn {
    private static final int PIXELS = 28 * 28;

    @Param("128")
    public int batchSize;

    @Param("1")
    public int threads;

    /** Folder of a prepared dataset. */
    @Param("")
    public String dataset;

    private final SigmoidBinaryCrossEntropyLoss crossEntropy = new SigmoidBinaryCrossEntropyLoss();
    private Dataset samples;
    private Batches batches;
    private Model model;
    private Trainer trainer;
    private long number;

    @org.openjdk.jmh.annotations.Setup
    public void open() throws IOException {
        Subnormals.flush();
        TensorEngine.threads(threads);
        samples = Dataset.open(Path.of(dataset));
        batches = Batches.of(samples.training(TrainOn.TRAIN_AND_VALIDATION), batchSize, 1);
        model = Model.newInstance("vae", "PyTorch");
        model.setBlock(new DjlVaeBlock(400, 20, PIXELS));
        Adam adam = Adam.builder().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
        trainer = model.newTrainer(new DefaultTrainingConfig(crossEntropy).optOptimizer(adam));
        trainer.initialize(new Shape(batchSize, PIXELS));
        requireSameSize();
    }

    private void requireSameSize() throws IOException {
        long ours;
        try (BenchedTraining training =
                BenchedTraining.open(new Setting("vae", batchSize, "float32", threads), Path.of(dataset))) {
            ours = training.parameters().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        long theirs = model.getBlock().getParameters().values().stream()
                .map(Parameter::getArray)
                .mapToLong(NDArray::size)
                .sum();
        if (ours != theirs) {
            throw new IllegalStateException("DJL's network has " + theirs + " parameters, ours has " + ours);
        }
    }

    @Benchmark
    public float step() {
        Subnormals.flush();
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray x = batches.load(number++).x(manager).reshape(batchSize, PIXELS);
            x.attach(manager);
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDList output = trainer.forward(new NDList(x));
                output.attach(manager);
                NDArray loss = crossEntropy
                        .evaluate(new NDList(x), new NDList(output.get(0)))
                        .mul(PIXELS)
                        .add(divergence(output.get(1), output.get(2)));
                collector.backward(loss);
                trainer.step();
                return loss.getFloat();
            }
        }
    }

    private static NDArray divergence(NDArray mean, NDArray logVariance) {
        return mean.square()
                .add(logVariance.exp())
                .sub(logVariance)
                .sub(1)
                .sum(new int[] {1})
                .mean()
                .mul(0.5f);
    }

    @TearDown(Level.Trial)
    public void close() {
        trainer.close();
        model.close();
        samples.close();
    }
}
