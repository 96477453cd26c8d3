package dev.latent.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.family.hyperparameter.HyperparameterSchema;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is not the default trains as well, in every family that has the choice, and is not ignored. */
@EngineTest
class FamilyOptionTests {
    /** FamilyContractTests trains with all of these; small networks compute in float32 whatever the precision. */
    private static final Set<String> TRAINED_ELSEWHERE = Set.of("architecture", "precision");

    private static final SampleShape IMAGE = new SampleShape.Image(1, 8, 8);
    /** ‖x − g(z)‖² / 2σ² with σ² = ½, where that is no hyperparameter. */
    private static final String AS_SQUARED_ERROR = "\"reconstruction\": \"gaussian\"";

    /** What has to be chosen, too. */
    private static final Map<String, String> NEEDED = Map.of(
            "\"target\": \"blind-spot\"", "\"architecture\": \"residual\"",
            "\"learnedVariance\": true", "\"reconstruction\": \"gaussian\"");

    record Choice(String family, String option) {}

    /** Each value but the default of all that has a few. */
    static List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        for (ModelFamily<?> family : ModelFamilies.all()) {
            JsonNode defaults = defaults(family);
            HyperparameterSchema.of(family).path("properties").properties().forEach(member -> {
                String name = member.getKey();
                values(member.getValue())
                        .filter(value -> !TRAINED_ELSEWHERE.contains(name) && !value.equals(defaults.get(name)))
                        .forEach(value -> choices.add(new Choice(family.id(), "\"" + name + "\": " + value)));
            });
        }
        return choices;
    }

    private static Stream<JsonNode> values(JsonNode schema) {
        if (schema.path("type").asString("").equals("boolean")) {
            return Stream.of(true, false).map(Json.MAPPER::valueToTree);
        }
        return schema.path("enum").valueStream();
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyChoiceTrainsInItsOwnWay(Choice choice, NDManager manager) {
        boolean hasVariance = defaults(find(choice.family)).has("observationVariance");
        assumeFalse(choice.option.equals(AS_SQUARED_ERROR) && !hasVariance, "the same as the default");

        assertTrainsInItsOwnWay(choice.family, NEEDED.getOrDefault(choice.option, ""), choice.option, manager);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"corruptions\": [{\"kind\": \"gaussian\", \"minLevel\": 0.1, \"maxLevel\": 0.9}]",
                "\"corruptions\": [{\"kind\": \"speckle\", \"level\": 0.5}, {\"kind\": \"masking\", \"minLevel\": 0,"
                        + " \"maxLevel\": 0.5}, {\"kind\": \"salt-and-pepper\", \"level\": 0.2}]",
                "\"conditional\": true, \"covariance\": \"full\"",
                "\"discriminatorSteps\": 2",
                "\"labelSmoothing\": 0.1",
                "\"instanceNoise\": 0.1",
                "\"instanceNoise\": 0",
                "\"identityWeight\": 5",
                "\"imagePoolSize\": 0"
            })
    void everyFamilyThatHasTheOptionTrainsInItsOwnWay(String option, NDManager manager) {
        JsonNode given = Json.MAPPER.readTree("{" + option + "}");
        List<String> families = ModelFamilies.all().stream()
                .filter(family -> isAnother(given, defaults(family)))
                .map(ModelFamily::id)
                .toList();

        assertThat(families).isNotEmpty().allSatisfy(family -> assertTrainsInItsOwnWay(family, "", option, manager));
    }

    /** Whether all that is given is known, and some of it not the default. */
    private static boolean isAnother(JsonNode given, JsonNode defaults) {
        return given.propertyStream().allMatch(member -> defaults.has(member.getKey()))
                && given.propertyStream().anyMatch(member -> !isSame(member.getValue(), defaults.get(member.getKey())));
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.isNumber() ? one.doubleValue() == other.doubleValue() : one.equals(other);
    }

    private static void assertTrainsInItsOwnWay(String family, String needed, String option, NDManager manager) {
        String both = needed.isEmpty() ? option : needed + ", " + option;
        assertThat(losses(manager, family, both))
                .as(family + " " + both)
                .isNotEqualTo(losses(manager, family, needed))
                .allSatisfy(step -> assertThat(step)
                        .isNotEmpty()
                        .allSatisfy((name, value) -> assertThat(value).as(name).isFinite()));
    }

    private static List<Map<String, Float>> losses(NDManager manager, String family, String option) {
        return SmallModel.of(manager, family, IMAGE, "{" + option + "}").train(2);
    }

    private static ModelFamily<?> find(String family) {
        return ModelFamilies.find(family).orElseThrow();
    }

    private static JsonNode defaults(ModelFamily<?> family) {
        return SmallModel.defaults(family, IMAGE);
    }
}
