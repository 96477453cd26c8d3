package dev.latent.papers;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** What is given with today's defaults, so that a training under former ones is not taken for this. */
final class CompleteHyperparameters {
    private CompleteHyperparameters() {}

    static JsonNode of(String family, String given, Path dataset) throws IOException {
        try (Dataset data = Dataset.open(dataset)) {
            DatasetDescription description = data.description();
            return of(family, given, new DataShape(description.shape(), description.classCount()));
        }
    }

    static JsonNode of(String family, String given, DataShape shape) {
        return of(ModelFamilies.find(family).orElseThrow(), Json.MAPPER.readTree(given), shape);
    }

    private static <H extends Record> JsonNode of(ModelFamily<H> family, JsonNode given, DataShape shape) {
        try {
            return HyperparameterBinding.json(HyperparameterBinding.bind(family, shape, given));
        } catch (InvalidHyperparameters e) {
            throw new IllegalStateException(family.id() + ": " + e.getMessage(), e);
        }
    }
}
