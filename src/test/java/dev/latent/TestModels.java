package dev.latent;

import ai.djl.ndarray.NDManager;
import dev.latent.family.DataShape;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.family.folder.ModelFolder;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Weights;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.sample.Column;
import dev.latent.sample.Columns;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Publishes models of real families with weights that are drawn, not trained. */
public final class TestModels {
    public static final SampleShape DIGIT = new SampleShape.Image(1, 28, 28);
    public static final SampleShape POINT = new SampleShape.Vector(2);

    private static final String UNTRAINED = "not trained";

    private TestModels() {}

    public static ModelVersion publish(ModelRegistry registry, String name, String family, SampleShape shape)
            throws IOException {
        return publish(registry, name, family, shape, "{}", 1);
    }

    /** @param seed decides the weights */
    public static ModelVersion publish(
            ModelRegistry registry, String name, String family, SampleShape shape, String hyperparameters, long seed)
            throws IOException {
        return publish(
                registry,
                name,
                folder -> write(folder, ModelFamilies.find(family).orElseThrow(), shape, hyperparameters, seed));
    }

    /** A model of digits that says which dataset it knows. */
    public static ModelVersion publishTrainedOn(ModelRegistry registry, String name, String family, String digest)
            throws IOException {
        return publish(registry, name, folder -> {
            write(folder, ModelFamilies.find(family).orElseThrow(), DIGIT, "{}", 1);
            Path description = folder.resolve(ModelFolder.DESCRIPTION);
            Files.writeString(description, Files.readString(description).replace(UNTRAINED, digest));
        });
    }

    /** A model of rows of a table, whose classes, if any, are {@code rose} and {@code iris} in a column {@code kind}. */
    public static ModelVersion publishTable(ModelRegistry registry, String name, String family, Column... columns)
            throws IOException {
        return publish(registry, name, folder -> {
            SampleShape shape = new SampleShape.Vector(columns.length);
            write(folder, ModelFamilies.find(family).orElseThrow(), shape, "{}", 1);
            Path file = folder.resolve(ModelFolder.DESCRIPTION);
            ObjectNode description = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
            description.set("columns", JsonMapper.shared().valueToTree(Columns.of(List.of(columns))));
            description.putArray("classes").add("rose").add("iris");
            ((ObjectNode) description.at("/datasets/0")).put("labelColumn", "kind");
            Files.write(file, JsonMapper.shared().writeValueAsBytes(description));
        });
    }

    /** A model whose weights are no numbers. */
    public static ModelVersion publishWithoutNumbers(
            ModelRegistry registry, String name, String family, SampleShape shape) throws IOException {
        return publish(
                registry,
                name,
                folder -> write(
                        folder,
                        ModelFamilies.find(family).orElseThrow(),
                        shape,
                        "{}",
                        1,
                        model -> model.networks()
                                .values()
                                .forEach(weights -> weights.all().values().forEach(array -> array.muli(Float.NaN)))));
    }

    private static ModelVersion publish(ModelRegistry registry, String name, Writer writer) throws IOException {
        Path folder = Files.createTempDirectory("version");
        try {
            writer.write(folder);
            return registry.publish(name, folder, null);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    public static <H extends Record> void write(
            Path folder, ModelFamily<H> family, SampleShape shape, String hyperparameters, long seed)
            throws IOException {
        write(folder, family, shape, hyperparameters, seed, model -> {});
    }

    private static <H extends Record> void write(
            Path folder,
            ModelFamily<H> family,
            SampleShape shape,
            String hyperparameters,
            long seed,
            Consumer<GenerativeModel> change)
            throws IOException {
        DataShape data = new DataShape(shape, shape.isImage() ? 10 : 0);
        H bound = HyperparameterBinding.bind(family, data, JsonMapper.shared().readTree(hyperparameters));
        TensorEngine.start();
        try (NDManager manager = NDManager.newBaseManager()) {
            GenerativeModel model =
                    family.build(bound, data, Weights.Source.drawn(manager, new SplittableRandom(seed)));
            change.accept(model);
            ModelFolder.write(folder, description(family, bound, data), model, Type.F32);
        }
    }

    private static <H extends Record> ModelDescription description(
            ModelFamily<H> family, H hyperparameters, DataShape data) {
        boolean image = data.sample().isImage();
        DatasetReference trainedOn = new DatasetReference(image ? "digits" : "moons", UNTRAINED);
        return new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                family.id(),
                family.operations(hyperparameters, data),
                HyperparameterBinding.json(hyperparameters),
                data.sample(),
                image ? IntStream.range(0, 10).mapToObj(String::valueOf).toList() : null,
                image ? null : Columns.of(List.of(new Column(null, 0, 1, 3), new Column(null, 0, -2, 0.5))),
                family.unpaired() ? List.of(trainedOn, trainedOn) : List.of(trainedOn),
                1,
                null,
                1,
                "test",
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private interface Writer {
        void write(Path folder) throws IOException;
    }
}
