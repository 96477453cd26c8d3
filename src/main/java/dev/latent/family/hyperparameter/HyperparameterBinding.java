package dev.latent.family.hyperparameter;

import dev.latent.family.DataShape;
import dev.latent.family.ModelFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a family's record of hyperparameters from JSON: the defaults for the data, overlaid with what was given, each
 * member of the type that is wanted, within its bounds, and together as the family allows.
 */
public final class HyperparameterBinding {
    private HyperparameterBinding() {}

    /**
     * @param given some or all of the hyperparameters, or null for the defaults
     * @throws InvalidHyperparameters with all that is wrong
     */
    public static <H extends Record> H bind(ModelFamily<H> family, DataShape data, @Nullable JsonNode given) {
        return bind(family, data, null, given);
    }

    /**
     * @param base what stands in place of defaults, such as the hyperparameters of the version to start from, or null
     */
    public static <H extends Record> H bind(
            ModelFamily<H> family, DataShape data, @Nullable JsonNode base, @Nullable JsonNode given) {
        JsonNode asked = JsonNodeFactory.instance.objectNode();
        for (JsonNode layer : new JsonNode[] {base, given}) {
            if (layer != null && !layer.isNull()) {
                refuse(HyperparameterTypes.check(family.defaults().getClass(), layer));
                asked = overlay(asked, layer);
            }
        }
        H defaults = family.defaultsFor(data, asked);
        JsonNode complete = overlay(HyperparameterJson.write(defaults), asked);
        return checked(family, data, convert(complete, typeOf(defaults)));
    }

    /** All hyperparameters as JSON, with their defaults. */
    public static JsonNode json(Record hyperparameters) {
        return HyperparameterJson.write(hyperparameters);
    }

    private static <H extends Record> H checked(ModelFamily<H> family, DataShape data, H hyperparameters) {
        refuse(HyperparameterBounds.check(hyperparameters));
        refuse(family.check(hyperparameters, data));
        return hyperparameters;
    }

    private static void refuse(List<ModelFamily.Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidHyperparameters(violations);
        }
    }

    /** Objects are merged, all else is replaced. */
    private static JsonNode overlay(JsonNode below, JsonNode above) {
        if (!(below instanceof ObjectNode) || !(above instanceof ObjectNode)) {
            return above;
        }
        ObjectNode merged = (ObjectNode) below.deepCopy();
        for (Map.Entry<String, JsonNode> member : above.properties()) {
            JsonNode existing = merged.path(member.getKey());
            merged.set(member.getKey(), overlay(existing, member.getValue()));
        }
        return merged;
    }

    private static <H extends Record> H convert(JsonNode json, Class<H> type) {
        try {
            return HyperparameterJson.read(json, type);
        } catch (JacksonException e) {
            Throwable cause = e.getCause() instanceof IllegalArgumentException refused ? refused : e;
            throw new InvalidHyperparameters(List.of(new ModelFamily.Violation(fieldOf(e), said(cause))));
        }
    }

    private static String said(Throwable cause) {
        String message = cause instanceof JacksonException json ? json.getOriginalMessage() : cause.getMessage();
        return message == null ? "the hyperparameters don't fit together" : message;
    }

    private static String fieldOf(JacksonException e) {
        List<String> steps = new ArrayList<>();
        e.getPath()
                .forEach(step -> steps.add(
                        step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName()));
        return String.join("/", steps);
    }

    @SuppressWarnings("unchecked") // an object's class is that of its own type, records having no subclasses
    private static <H extends Record> Class<H> typeOf(H hyperparameters) {
        return (Class<H>) hyperparameters.getClass();
    }
}
