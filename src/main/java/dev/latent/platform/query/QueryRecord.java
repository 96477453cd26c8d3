package dev.latent.platform.query;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/** A record whose components are query parameters: its constructor and components, looked up once. */
public record QueryRecord(Class<?> type, Constructor<?> constructor, List<QueryParameter> components) {
    static QueryRecord of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new QueryRecord(
                    type,
                    constructor,
                    Arrays.stream(components).map(QueryParameter::of).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the parameters are that a request doesn't name; those without a default are not there. */
    public static Map<String, Object> defaults(Class<?> type) {
        Object usual = of(type).create(Map.of());
        Map<String, Object> defaults = new HashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = ReflectionUtils.invokeMethod(accessible(component.getAccessor()), usual);
            if (value != null) {
                defaults.put(component.getName(), value);
            }
        }
        return defaults;
    }

    private static Method accessible(Method accessor) {
        accessor.setAccessible(true);
        return accessor;
    }

    /** @param values by parameter; a parameter without one was not sent, or has no value */
    Object create(Map<String, @Nullable Object> values) {
        return BeanUtils.instantiateClass(
                constructor,
                components.stream()
                        .map(component -> values.get(component.name()))
                        .toArray());
    }
}
