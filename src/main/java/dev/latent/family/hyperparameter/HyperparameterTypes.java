package dev.latent.family.hyperparameter;

import dev.latent.family.ModelFamily;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares JSON with the record that it is meant for, strictly: no text is taken for a number, no 0.5 for an integer. */
final class HyperparameterTypes {
    private final List<ModelFamily.Violation> violations = new ArrayList<>();

    private HyperparameterTypes() {}

    /** @param json some of the record's members */
    static List<ModelFamily.Violation> check(Class<?> record, JsonNode json) {
        HyperparameterTypes types = new HyperparameterTypes();
        types.members(record, json, "");
        return types.violations;
    }

    private void members(Class<?> record, JsonNode json, String path) {
        if (!json.isObject()) {
            wrong(path, "an object", json);
            return;
        }
        Map<String, RecordComponent> known = new LinkedHashMap<>();
        RecordMembers.of(record).forEach(component -> known.put(component.getName(), component));
        json.forEachEntry((name, value) -> {
            RecordComponent component = known.get(name);
            if (component == null) {
                add(join(path, name), "there is no " + name + "; there are " + String.join(", ", known.keySet()));
            } else {
                value(component.getAnnotatedType(), value, join(path, name));
            }
        });
    }

    private void value(AnnotatedType type, JsonNode value, String path) {
        if (value.isNull()) {
            if (!type.isAnnotationPresent(Nullable.class)) {
                add(path, path + " must not be null; leave it out for its default");
            }
        } else if (type instanceof AnnotatedParameterizedType list && raw(type.getType()) == List.class) {
            elements(list.getAnnotatedActualTypeArguments()[0], value, path);
        } else if (raw(type.getType()).isRecord()) {
            members(raw(type.getType()), value, path);
        } else {
            scalar(raw(type.getType()), value, path);
        }
    }

    private void elements(AnnotatedType element, JsonNode list, String path) {
        if (!list.isArray()) {
            wrong(path, "a list", list);
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String elementPath = join(path, String.valueOf(i));
            value(element, list.get(i), elementPath);
            if (raw(element.getType()).isRecord() && list.get(i).isObject()) {
                required(raw(element.getType()), list.get(i), elementPath);
            }
        }
    }

    /** An element of a list has no default to be filled up from. */
    private void required(Class<?> record, JsonNode json, String path) {
        for (RecordComponent component : RecordMembers.of(record)) {
            if (!json.has(component.getName()) && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                add(join(path, component.getName()), join(path, component.getName()) + " is missing");
            }
        }
    }

    private void scalar(Class<?> type, JsonNode value, String path) {
        JsonScalar wanted = JsonScalar.of(type);
        if (!wanted.fits().test(value)) {
            wrong(path, wanted.name(), value);
        }
    }

    private void wrong(String path, String wanted, JsonNode value) {
        String text = value.toString();
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        add(path, (path.isEmpty() ? "hyperparameters" : path) + " must be " + wanted + ", not " + shown);
    }

    private void add(String path, String detail) {
        violations.add(new ModelFamily.Violation(path, detail));
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }
}
