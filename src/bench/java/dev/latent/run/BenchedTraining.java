package dev.latent.run;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.TrainOn;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.TrainingStep;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.nn.engine.Subnormals;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Weights;
import dev.latent.run.loop.Batches;
import dev.latent.run.loop.Prefetch;
import dev.latent.run.loop.Schedule;
import dev.latent.run.loop.TrainingData;
import dev.latent.run.loop.TrainingLoop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** The loop of a training run, without what a run does beside it: no reports, checkpoints or previews. */
public final class BenchedTraining implements AutoCloseable {
    private static final long SEED = 1;

    private final NDManager manager = NDManager.newBaseManager("PyTorch");
    private final Dataset dataset;
    private final TrainingData data;
    private final GenerativeModel model;
    private final TrainingStep step;
    private final TrainingLoop loop;
    private final Prefetch<TrainingData.Loaded> batches;
    private long done;

    private BenchedTraining(Setting setting, ModelFamily<? extends Record> family, Path folder) throws IOException {
        dataset = Dataset.open(folder);
        Batches a = batches(setting.batchSize(), 0);
        data = new TrainingData(a, family.unpaired() ? batches(setting.batchSize(), 1) : null);
        Weights.Source weights = Weights.Source.drawn(manager, new SplittableRandom(SEED));
        Built built = build(family, setting.hyperparameters(), weights);
        model = built.model;
        step = built.step;
        Schedule schedule = new Schedule(data.batchesPerEpoch(), Long.MAX_VALUE);
        loop = new TrainingLoop(step, data, schedule, SEED);
        batches = loop.batches(0);
    }

    public static BenchedTraining open(Setting setting, Path dataset) throws IOException {
        Subnormals.flush();
        TensorEngine.threads(setting.threads());
        return new BenchedTraining(setting, setting.modelFamily(), dataset);
    }

    private Batches batches(int size, long seed) {
        return Batches.of(dataset.training(TrainOn.TRAIN_AND_VALIDATION), size, seed);
    }

    private static <H extends Record> Built build(ModelFamily<H> family, JsonNode json, Weights.Source weights) {
        H hyperparameters = HyperparameterBinding.bind(family, Setting.SHAPE, json);
        GenerativeModel model = family.build(hyperparameters, Setting.SHAPE, weights);
        return new Built(model, family.trainingStep(model, hyperparameters, Setting.SHAPE));
    }

    private record Built(GenerativeModel model, TrainingStep step) {}

    /** Trains on, as a run does. What the JVM calls by reflection, as JMH does, loses the thread's mode when it returns. */
    public void steps(int count) {
        Subnormals.flush();
        for (int i = 0; i < count; i++) {
            loop.step(done++, batches, manager);
        }
    }

    /** Samples that a step sees, as progress reports count them. */
    public int samplesPerStep() {
        return data.load(0).a().labels().length * step.batchesPerStep();
    }

    /** Parameters of each network. */
    public Map<String, Long> parameters() {
        Map<String, Long> counts = new LinkedHashMap<>();
        model.networks().forEach((name, weights) -> counts.put(name, weights.parameterCount()));
        return counts;
    }

    @Override
    public void close() {
        batches.close();
        manager.close();
        dataset.close();
    }
}
