package dev.latent.family.hyperparameter;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hyperparameters as JSON and back, without checks. */
final class HyperparameterJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private HyperparameterJson() {}

    static JsonNode write(Record hyperparameters) {
        return MAPPER.valueToTree(hyperparameters);
    }

    /** @throws tools.jackson.core.JacksonException where the record itself refuses its values */
    static <H extends Record> H read(JsonNode json, Class<H> type) {
        return MAPPER.treeToValue(json, type);
    }

    /** How the constants of an enum read in JSON. */
    static List<String> choices(Class<?> type) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .map(constant -> MAPPER.valueToTree(constant).asString())
                .toList();
    }
}
