package dev.latent.inference;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/** A record's constructor and components, looked up once. */
record QueryRecord(Constructor<?> constructor, List<Component> components) {
    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);
    private static final TypeDescriptor TEXTS = TypeDescriptor.valueOf(String[].class);

    static QueryRecord of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new QueryRecord(
                    constructor, Arrays.stream(components).map(Component::of).toList());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param values one a component, null where the request has none */
    Object create(@Nullable Object[] values) {
        return BeanUtils.instantiateClass(constructor, values);
    }

    record Component(String name, TypeDescriptor type) {
        private static Component of(RecordComponent component) {
            ResolvableType type = ResolvableType.forType(component.getGenericType());
            return new Component(component.getName(), new TypeDescriptor(type, null, null));
        }

        boolean takesSeveral() {
            return type.isCollection();
        }

        /** @throws ConversionFailedException if they are not of its type */
        @Nullable
        Object convert(String[] given, ConversionService conversion) {
            @Nullable
            Object value = given.length == 1
                    ? conversion.convert(given[0], TEXT, type)
                    : conversion.convert(given, TEXTS, type);
            if (value instanceof Collection<?> all && all.stream().anyMatch(one -> one == null)) {
                throw new ConversionFailedException(TEXTS, type, given, new IllegalArgumentException("one is empty"));
            }
            return value;
        }
    }
}
