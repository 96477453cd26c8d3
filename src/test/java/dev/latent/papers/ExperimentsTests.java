package dev.latent.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.sample.SampleShape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentsTests {
    private static final DataShape IMAGES = new DataShape(new SampleShape.Image(1, 28, 28), 10);
    private static final DataShape POINTS = new DataShape(SampleShape.of(2), 8);

    static List<Experiment> experiments() {
        return Experiments.all();
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void aSettingIsOneThatItsFamilyTakes(Experiment experiment) {
        ModelFamily<?> family = ModelFamilies.find(experiment.family()).orElseThrow();
        boolean vectors = experiment.id().matches("wgan-(grid|ring)");

        assertThat(HyperparameterBinding.bind(
                        family, vectors ? POINTS : IMAGES, Json.MAPPER.readTree(experiment.hyperparameters())))
                .isNotNull();
        assertThat(experiment.datasets()).hasSize(family.unpaired() ? 2 : 1);
    }

    @Test
    void anExperimentHasAnIdOfItsOwnThatMayNameFiles() {
        assertThat(experiments())
                .extracting(Experiment::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z-]+"));
    }

    @Test
    void thePapersFiguresAreAsTheyArePrinted() {
        assertThat(experiments())
                .flatExtracting(Experiment::claims)
                .contains(
                        new Claim("negativeLogLikelihood", "86.76"),
                        new Claim("parzenLogLikelihood", "225 ± 2"),
                        new Claim("parzenLogLikelihood", "132 ± 1.8"));
    }
}
