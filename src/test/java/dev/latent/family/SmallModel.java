package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A model of any family, small enough to be trained in a test, with a batch of samples that have a pattern. */
public final class SmallModel {
    public static final int SAMPLES = 64;
    public static final int CLASSES = 4;

    private final NDManager manager;
    private final ModelFamily<?> family;
    private final DataShape data;
    private final JsonNode hyperparameters;
    private final Set<Operation> operations;
    private final GenerativeModel model;
    private final TrainingStep step;
    private long updates;

    private <H extends Record> SmallModel(NDManager manager, ModelFamily<H> family, DataShape data, JsonNode given) {
        H h = HyperparameterBinding.bind(family, data, given);
        this.manager = manager;
        this.family = family;
        this.data = data;
        this.hyperparameters = HyperparameterBinding.json(h);
        this.operations = family.operations(h, data);
        this.model = family.build(h, data, Weights.Source.drawn(manager, new SplittableRandom(7)));
        this.step = family.trainingStep(model, h, data);
    }

    /** @param given some hyperparameters as JSON, over small sizes */
    public static SmallModel of(NDManager manager, String family, SampleShape shape, String given) {
        ModelFamily<?> found = ModelFamilies.find(family).orElseThrow();
        return new SmallModel(manager, found, new DataShape(shape, CLASSES), small(found, given));
    }

    /** What such a model has where nothing is given. */
    static JsonNode defaults(ModelFamily<?> family, SampleShape shape) {
        return defaults(family, new DataShape(shape, CLASSES));
    }

    private static <H extends Record> JsonNode defaults(ModelFamily<H> family, DataShape data) {
        return HyperparameterBinding.json(HyperparameterBinding.bind(family, data, small(family, "{}")));
    }

    private static JsonNode small(ModelFamily<?> family, String given) {
        ObjectNode sizes = (ObjectNode) Json.MAPPER.readTree("""
                {"hiddenUnits": [16, 12], "channels": 4, "latentDim": 3, "residualBlocks": 1, "blocks": 2, "criticSteps": 2,
                 "learningRate": 0.003}
                """);
        JsonNode known = HyperparameterBinding.json(family.defaults());
        List.copyOf(sizes.propertyNames()).stream()
                .filter(name -> !known.has(name))
                .forEach(sizes::remove);
        sizes.setAll((ObjectNode) Json.MAPPER.readTree(given));
        return sizes;
    }

    public GenerativeModel model() {
        return model;
    }

    public TrainingStep step() {
        return step;
    }

    Set<Operation> operations() {
        return operations;
    }

    DataShape data() {
        return data;
    }

    /** So many updates on the same batch; the losses of each. */
    List<Map<String, Float>> train(int count) {
        return train(count, () -> {});
    }

    List<Map<String, Float>> train(int count, Runnable afterEach) {
        List<Map<String, Float>> losses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TensorEngine.seed(updates++);
            try (NDManager scope = manager.newSubManager()) {
                List<TrainingBatch> batches = Collections.nCopies(step.batchesPerStep(), batch(scope));
                Map<String, Float> values = new LinkedHashMap<>();
                step.update(batches)
                        .forEach((name, loss) -> values.put(
                                name, loss.toType(DataType.FLOAT32, false).getFloat()));
                losses.add(values);
            }
            afterEach.run();
        }
        return losses;
    }

    /** Each class is a stripe, or a place, of its own; the other domain has them the other way round. */
    private TrainingBatch batch(NDManager scope) {
        float[] values = new float[SAMPLES * data.sample().size()];
        long[] labels = new long[SAMPLES];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < values.length; i++) {
            int sample = i / data.sample().size();
            labels[sample] = sample % CLASSES;
            boolean on = i % CLASSES == labels[sample];
            values[i] = (on ? 0.8f : 0.1f) + 0.1f * (float) random.nextDouble();
        }
        NDArray x = scope.create(values, batchOf(SAMPLES));
        return new TrainingBatch(x, scope.create(labels), x.neg().add(1f), 0.5, 0.1, Variation.NONE);
    }

    private Shape batchOf(long n) {
        int[] d = data.sample().dimensions();
        return d.length == 3 ? new Shape(n, d[0], d[1], d[2]) : new Shape(n, d[0]);
    }

    NDArray samples() {
        return batch(manager).x();
    }

    NDArray labels() {
        return batch(manager).labels();
    }

    ModelDescription description() {
        return new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                family.id(),
                operations,
                hyperparameters,
                data.sample(),
                List.of("a", "b", "c", "d"),
                null,
                List.of(),
                7,
                null,
                1,
                "test",
                Instant.EPOCH);
    }

    /** As a version is served. */
    void serve() {
        model.networks().values().forEach(weights -> weights.training(false));
    }

    static float[] rows(NDArray array) {
        return NativeOperations.rowMajor(array).toFloatArray();
    }
}
