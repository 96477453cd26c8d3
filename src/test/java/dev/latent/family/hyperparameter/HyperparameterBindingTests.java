package dev.latent.family.hyperparameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.TrainingStep;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HyperparameterBindingTests {
    private static final DataShape DATA = new DataShape(new SampleShape.Image(1, 28, 28), 10);

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(bind("{\"latentDim\": 7}"))
                .isEqualTo(new Knobs(7, 1e-3, Shade.LIGHT_GREY, List.of(), List.of(400), null));
    }

    @Test
    void nothingGivenMeansTheDefaults() {
        assertThat(HyperparameterBinding.bind(new Plain(), DATA, null)).isEqualTo(new Plain().defaults());
    }

    @Test
    void aListIsReplacedAsAWhole() {
        assertThat(bind("{\"noises\": [{\"kind\": \"dark\", \"level\": 0.5}], \"units\": [3, 4]}"))
                .isEqualTo(new Knobs(
                        20, 1e-3, Shade.LIGHT_GREY, List.of(new Noise(Shade.DARK, 0.5)), List.of(3, 4), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"latentDim": "20"}                        | latentDim      | latentDim must be a whole number, not "20"
                    {"latentDim": 2.5}                         | latentDim      | latentDim must be a whole number, not 2.5
                    {"latentDim": 1e12}                        | latentDim      | latentDim must be a whole number, not 1.0E12
                    {"latentDim": null}                        | latentDim      | latentDim must not be null; leave it out for its default
                    {"latentDim": 0}                           | latentDim      | latentDim must be greater than or equal to 1, not 0
                    {"latentDim": 4097}                        | latentDim      | latentDim must be less than or equal to 4096, not 4097
                    {"latentDim": 666}                         | latentDim      | latentDim must not be 666
                    {"rate": true}                             | rate           | rate must be a number, not true
                    {"rate": 1e999}                            | rate           | rate must be a number, not "Infinity"
                    {"rate": -1}                               | rate           | rate must be greater than 0, not -1.0
                    {"shade": "LIGHT_GREY"}                    | shade          | shade must be light-grey or dark, not "LIGHT_GREY"
                    {"shade": 1}                               | shade          | shade must be light-grey or dark, not 1
                    {"colour": 1}                              | colour         | there is no colour; there are latentDim, rate, shade, noises, units, label
                    {"noises": {}}                             | noises         | noises must be a list, not {}
                    {"noises": [{"kind": "dark"}]}             | noises/0/level | noises/0/level is missing
                    {"noises": [{"kind": "dark", "level": 2}]} | noises/0/level | noises/0/level must be less than or equal to 1, not 2.0
                    {"noises": [null]}                         | noises/0       | noises/0 must not be null; leave it out for its default
                    {"units": [0]}                             | units/0        | units/0 must be greater than or equal to 1, not 0
                    {"units": [1, "x"]}                        | units/1        | units/1 must be a whole number, not "x"
                    []                                         | ``             | hyperparameters must be an object, not []
                    """)
    void whatCanNotBeIsRefusedByItsName(String json, String field, String detail) {
        assertThat(violations(json)).containsExactly(new ModelFamily.Violation(field, detail));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(violations("{\"latentDim\": \"x\", \"rate\": \"y\"}"))
                .extracting(ModelFamily.Violation::field)
                .containsExactly("latentDim", "rate");
    }

    @Test
    void aBoundRecordMakesTheJsonThatItIsMadeFrom() {
        Knobs knobs = bind("{\"noises\": [{\"kind\": \"dark\", \"level\": 0.5}], \"label\": \"a\"}");

        assertThat(bind(HyperparameterBinding.json(knobs).toString())).isEqualTo(knobs);
    }

    @Test
    void theSchemaTellsTypesBoundsChoicesDescriptionsAndDefaults() {
        JsonNode properties = HyperparameterSchema.of(new Plain()).get("properties");

        assertThat(properties.get("latentDim").toString())
                .contains(
                        "\"type\":\"integer\"",
                        "\"minimum\":1",
                        "\"maximum\":4096",
                        "\"default\":20",
                        "Size of a code");
        assertThat(properties.at("/shade/enum").toString()).isEqualTo("[\"light-grey\",\"dark\"]");
        assertThat(properties.at("/noises/items/properties/level/maximum").asDouble())
                .isEqualTo(1);
        assertThat(properties.at("/label/type").toString()).contains("null");
    }

    private static Knobs bind(String json) {
        return HyperparameterBinding.bind(new Plain(), DATA, new JsonMapper().readTree(json));
    }

    private static List<ModelFamily.Violation> violations(String json) {
        return catchThrowableOfType(InvalidHyperparameters.class, () -> bind(json))
                .violations();
    }

    enum Shade {
        LIGHT_GREY,
        DARK;

        @JsonValue
        String id() {
            return this == DARK ? "dark" : "light-grey";
        }
    }

    record Noise(Shade kind, @DecimalMax("1") double level) {}

    record Knobs(
            @Description("Size of a code") @Min(1) @Max(4096)
            int latentDim,

            @Positive double rate,
            Shade shade,
            List<Noise> noises,
            @Size(min = 1, max = 8) List<@Min(1) Integer> units,
            @Nullable String label) {}

    /** A family that has nothing but hyperparameters. */
    private static final class Plain implements ModelFamily<Knobs> {
        @Override
        public FamilyProfile profile() {
            return new FamilyProfile("plain", "", "", "", Set.of(), new TrainingDefaults(1, 1, 1));
        }

        @Override
        public Knobs defaults() {
            return new Knobs(20, 1e-3, Shade.LIGHT_GREY, List.of(), List.of(400), null);
        }

        @Override
        public List<Violation> check(Knobs knobs, DataShape data) {
            return knobs.latentDim() == 666
                    ? List.of(new Violation("latentDim", "latentDim must not be 666"))
                    : List.of();
        }

        @Override
        public GenerativeModel build(Knobs knobs, DataShape data, Weights.Source weights) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TrainingStep trainingStep(GenerativeModel model, Knobs knobs, DataShape data) {
            throw new UnsupportedOperationException();
        }
    }
}
