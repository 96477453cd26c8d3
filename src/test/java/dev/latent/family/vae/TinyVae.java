package dev.latent.family.vae;

import ai.djl.ndarray.NDManager;
import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.TrainingStep;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.SplittableRandom;

/** A fully connected VAE with codes of length 2, always the same one, of data with three labels, and its training step. */
record TinyVae(VaeModel model, TrainingStep step) {
    private static final int CLASSES = 3;

    /** Of two columns, with a gaussian decoder. @param more hyperparameters as members of a JSON object */
    static TinyVae ofVectors(NDManager manager, String more) {
        return of(manager, new SampleShape.Vector(2), more);
    }

    /** Of 2×3 pixels, with a bernoulli decoder. @param more hyperparameters as members of a JSON object */
    static TinyVae ofImages(NDManager manager, String more) {
        return of(manager, new SampleShape.Image(1, 2, 3), more);
    }

    private static TinyVae of(NDManager manager, SampleShape shape, String more) {
        VariationalAutoencoder family = new VariationalAutoencoder();
        DataShape data = new DataShape(shape, CLASSES);
        String sizes = "\"architecture\": \"mlp\", \"hiddenUnits\": [5], \"latentDim\": 2";
        VaeHyperparameters h = HyperparameterBinding.bind(
                family, data, Json.MAPPER.readTree("{" + sizes + (more.isEmpty() ? "" : ", ") + more + "}"));
        VaeModel model = (VaeModel) family.build(h, data, Weights.Source.drawn(manager, new SplittableRandom(1)));
        return new TinyVae(model, family.trainingStep(model, h, data));
    }
}
