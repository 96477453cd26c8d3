package dev.latent.platform.query;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/** A record whose components are query parameters: its constructor and components, looked up once. */
record QueryRecord(Class<?> type, Constructor<?> constructor, List<QueryParameter> components) {
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

    /** @param values by parameter; a parameter without one was not sent, or has no value */
    Object create(Map<String, @Nullable Object> values) {
        return BeanUtils.instantiateClass(
                constructor,
                components.stream()
                        .map(component -> values.get(component.name()))
                        .toArray());
    }
}
