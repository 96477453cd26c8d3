package dev.latent.family.vae;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.network.Architecture;
import dev.latent.sample.SampleShape;
import org.junit.jupiter.api.Test;

class VaeHyperparametersTests {
    @Test
    void theLearningRateStaysUnlessAHalfLifeIsGiven() {
        assertThat(given("{}").rateFactor(100)).isEqualTo(1);
    }

    @Test
    void theLearningRateFallsToHalfInEachHalfLife() {
        VaeHyperparameters given = given("{\"learningRateHalfLife\": 20}");

        assertThat(given.rateFactor(0)).isEqualTo(1);
        assertThat(given.rateFactor(10)).isEqualTo(Math.sqrt(0.5));
        assertThat(given.rateFactor(60)).isEqualTo(0.125);
    }

    @Test
    void imagesGetConvolutions() {
        assertThat(given("{}").networks().architecture()).isEqualTo(Architecture.CONV);
    }

    @Test
    void whoNamesHiddenUnitsGetsThePapersNetwork() {
        VaeHyperparameters given = given("{\"hiddenUnits\": [400]}");

        assertThat(given).isEqualTo(VaeHyperparameters.PAPER).isEqualTo(given("{\"architecture\": \"mlp\"}"));
    }

    private static VaeHyperparameters given(String json) {
        DataShape data = new DataShape(new SampleShape.Image(1, 8, 8), 0);
        return HyperparameterBinding.bind(new VariationalAutoencoder(), data, Json.MAPPER.readTree(json));
    }
}
