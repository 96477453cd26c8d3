package dev.latent.run;

import dev.latent.family.DataShape;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.sample.SampleShape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is trained: a family with its defaults (the VAE with its paper's network) on grey 28×28 images of ten classes.
 *
 * @param precision {@code float32} or {@code bfloat16}
 */
public record Setting(String family, int batchSize, String precision, int threads) {
    public static final DataShape SHAPE = new DataShape(new SampleShape.Image(1, 28, 28), 10);

    private static final JsonNode PAPERS_VAE =
            JsonNodeFactory.instance.objectNode().put("architecture", "mlp");

    ModelFamily<?> modelFamily() {
        return ModelFamilies.find(family).orElseThrow();
    }

    /** All hyperparameters. */
    public JsonNode hyperparameters() {
        JsonNode given = family.equals("vae") ? PAPERS_VAE : JsonNodeFactory.instance.objectNode();
        JsonNode defaults = HyperparameterBinding.json(modelFamily().defaultsFor(SHAPE, given));
        return ((ObjectNode) defaults).put("precision", precision);
    }
}
