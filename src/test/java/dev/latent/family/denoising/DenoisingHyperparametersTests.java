package dev.latent.family.denoising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.ModelFamily.Violation;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import dev.latent.sample.SampleShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenoisingHyperparametersTests {
    private static final String INDEPENDENT = "\"target\": \"independent\"";
    private static final String GAUSSIAN = "{\"kind\": \"gaussian\", \"level\": 0.5}";

    @ParameterizedTest
    @ValueSource(strings = {"masking", "salt-and-pepper"})
    void anIndependentTargetRefusesNoiseWhoseMeanIsNotZero(String kind) {
        String both = GAUSSIAN + ", {\"kind\": \"" + kind + "\", \"level\": 0.5}";

        assertThat(violations(INDEPENDENT + ", \"corruptions\": [" + both + "]"))
                .extracting(Violation::field)
                .containsExactly("corruptions/1");
    }

    @Test
    void anIndependentTargetRefusesCrossEntropy() {
        assertThat(violations(INDEPENDENT + ", \"reconstruction\": \"bernoulli\""))
                .extracting(Violation::field)
                .containsExactly("reconstruction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "speckle"})
    void anIndependentTargetTakesZeroMeanNoise(String kind) {
        assertThat(violations(INDEPENDENT + ", \"corruptions\": [{\"kind\": \"" + kind + "\", \"level\": 0.5}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "corrupted"})
    void theOtherTargetsTakeAnyNoiseAndLoss(String target) {
        assertThat(violations("\"target\": \"" + target + "\", \"reconstruction\": \"bernoulli\","
                        + " \"corruptions\": [{\"kind\": \"masking\", \"level\": 0.5}]"))
                .isEmpty();
    }

    private static List<Violation> violations(String members) {
        DataShape data = new DataShape(new SampleShape.Image(1, 8, 8), 0);
        try {
            HyperparameterBinding.bind(new DenoisingAutoencoder(), data, Json.MAPPER.readTree("{" + members + "}"));
            return List.of();
        } catch (InvalidHyperparameters e) {
            return e.violations();
        }
    }
}
