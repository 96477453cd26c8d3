package dev.latent.family.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.posterior.Posterior;
import dev.latent.sample.SampleShape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The importance weights of a VAE that is conditional, of points in three classes. */
@EngineTest
class ConditionalLikelihoodTests {
    private static final double LOG_2_PI = Math.log(2 * Math.PI);

    @Test
    void aWeightIsThatOfBothNetworksGivenTheLabel(NDManager manager) {
        VaeModel model = model(manager);
        NDArray x = manager.randomNormal(new Shape(3, 2));
        NDArray y = manager.create(new long[] {2, 0, 1});
        NDArray noise = manager.randomNormal(new Shape(3, 2));

        float[] found = model.logImportanceWeight(x, y, noise).toFloatArray();

        Posterior posterior = model.posterior(x, y);
        NDArray z = posterior.sample(noise);
        NDArray logPrior = z.square().add(LOG_2_PI).sum(new int[] {1}).mul(-0.5f);
        NDArray expected = model.output()
                .logLikelihood(model.logits(z, y), x)
                .add(logPrior)
                .sub(posterior.logDensity(noise));
        assertThat(found).containsExactly(expected.toFloatArray(), within(1e-4f));
    }

    @Test
    void eachDrawOfASampleHasTheSamplesLabel(NDManager manager) {
        VaeModel model = model(manager);
        NDArray x = manager.randomNormal(new Shape(2, 2));
        NDArray y = manager.create(new long[] {2, 0});
        NDArray noise = manager.randomNormal(new Shape(6, 2));

        float[] found = model.logImportanceWeight(x, y, noise).toFloatArray();

        NDArray repeated = manager.create(new long[] {2, 2, 2, 0, 0, 0});
        assertThat(found)
                .containsExactly(
                        model.logImportanceWeight(x.repeat(0, 3), repeated, noise)
                                .toFloatArray(),
                        within(1e-4f));
    }

    @Test
    void anotherLabelIsAnotherLikelihood(NDManager manager) {
        VaeModel model = model(manager);
        NDArray x = manager.randomNormal(new Shape(1, 2));
        NDArray noise = manager.zeros(new Shape(1, 2));

        float ofOne = model.logImportanceWeight(x, manager.create(new long[] {0}), noise)
                .getFloat();
        float ofAnother = model.logImportanceWeight(x, manager.create(new long[] {1}), noise)
                .getFloat();

        assertThat(ofOne).isNotEqualTo(ofAnother);
    }

    private static VaeModel model(NDManager manager) {
        VariationalAutoencoder family = new VariationalAutoencoder();
        DataShape data = new DataShape(SampleShape.of(2), 3);
        VaeHyperparameters conditional =
                HyperparameterBinding.bind(family, data, Json.MAPPER.readTree("{\"conditional\": true}"));
        return (VaeModel) family.build(conditional, data, Weights.Source.drawn(manager, new SplittableRandom(1)));
    }
}
