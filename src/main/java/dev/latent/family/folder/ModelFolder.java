package dev.latent.family.folder;

import ai.djl.ndarray.NDManager;
import dev.latent.family.GenerativeModel;
import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.engine.Tensors;
import dev.latent.nn.layer.Weights;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/** A trained model as files: {@code model.json}, and {@code NETWORK.safetensors} for each of its networks. */
public final class ModelFolder {
    public static final String DESCRIPTION = "model.json";
    private static final String SUFFIX = ".safetensors";

    private ModelFolder() {}

    /** @throws IOException where the description is missing, malformed or of a newer format */
    public static ModelDescription read(Path folder) throws IOException {
        ModelDescription description;
        try {
            description = Json.MAPPER.readValue(folder.resolve(DESCRIPTION), ModelDescription.class);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new IOException(DESCRIPTION + " can't be read", e);
        }
        if (description == null) {
            throw new MalformedDescriptionException(DESCRIPTION + " is null");
        }
        if (description.formatVersion() != ModelDescription.FORMAT_VERSION) {
            throw new IOException("this service reads model format " + ModelDescription.FORMAT_VERSION + ", not "
                    + description.formatVersion());
        }
        return description;
    }

    /**
     * Builds the model and loads its weights, in float32.
     *
     * @param manager what the weights live as long as
     */
    public static GenerativeModel load(Path folder, NDManager manager) throws IOException {
        ModelDescription description = read(folder);
        Weights.Source weights = Weights.Source.blank(manager, mostWeights(folder));
        GenerativeModel model = build(family(description), description, weights);
        load(folder, model);
        return model;
    }

    /** What the files hold if all of it were in half precision. */
    private static long mostWeights(Path folder) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes / Short.BYTES;
    }

    /** Overwrites the weights of a model that was built with the same hyperparameters and shape. */
    public static void load(Path folder, GenerativeModel model) throws IOException {
        for (Map.Entry<String, Weights> network : model.networks().entrySet()) {
            Tensors.load(
                    folder.resolve(network.getKey() + SUFFIX),
                    network.getValue().all());
            network.getValue().round();
        }
    }

    /** Writes the description and the weights into an existing folder. @param type F32, or F16 for half the size */
    public static void write(Path folder, ModelDescription description, GenerativeModel model, Type type)
            throws IOException {
        for (Map.Entry<String, Weights> network : model.networks().entrySet()) {
            Tensors.save(
                    folder.resolve(network.getKey() + SUFFIX),
                    network.getValue().all(),
                    type,
                    Map.of());
        }
        Files.write(folder.resolve(DESCRIPTION), Json.PRETTY.writeValueAsBytes(description));
    }

    private static ModelFamily<?> family(ModelDescription description) throws MalformedDescriptionException {
        return ModelFamilies.find(description.family())
                .orElseThrow(() -> new MalformedDescriptionException("unknown family " + description.family()));
    }

    private static <H extends Record> GenerativeModel build(
            ModelFamily<H> family, ModelDescription description, Weights.Source weights) throws IOException {
        try {
            H hyperparameters = HyperparameterBinding.bind(family, description.data(), description.hyperparameters());
            return family.build(hyperparameters, description.data(), weights);
        } catch (InvalidHyperparameters e) {
            throw new MalformedDescriptionException("hyperparameters: " + e.getMessage());
        }
    }

    /** A description that this service can't use. */
    public static final class MalformedDescriptionException extends IOException {
        MalformedDescriptionException(String detail) {
            super(detail);
        }
    }
}
