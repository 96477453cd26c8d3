package dev.latent.family.hyperparameter;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What a single JSON value must be to fit a Java type. @param name for the client */
record JsonScalar(String name, Predicate<JsonNode> fits) {
    static JsonScalar of(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return new JsonScalar("a whole number", value -> isWhole(value) && value.canConvertToInt());
        }
        if (type == long.class || type == Long.class) {
            return new JsonScalar("a whole number", value -> isWhole(value) && value.canConvertToLong());
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return new JsonScalar("a number", value -> value.isNumber() && Double.isFinite(value.doubleValue()));
        }
        if (type == boolean.class || type == Boolean.class) {
            return new JsonScalar("true or false", JsonNode::isBoolean);
        }
        if (type.isEnum()) {
            List<String> choices = HyperparameterJson.choices(type);
            return new JsonScalar(
                    String.join(" or ", choices), value -> value.isString() && choices.contains(value.stringValue()));
        }
        return new JsonScalar("a text", JsonNode::isString);
    }

    /** As JSON Schema has it, 20.0 is a whole number. */
    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber()
                || value.isNumber()
                        && value.doubleValue() == Math.rint(value.doubleValue())
                        && Double.isFinite(value.doubleValue());
    }
}
