package dev.latent.platform.query;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/** A query parameter that a handler takes. */
public record QueryParameter(String name, TypeDescriptor type) {
    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);
    private static final TypeDescriptor TEXTS = TypeDescriptor.valueOf(String[].class);
    private static final Annotation[] NONE = {};

    static QueryParameter of(RecordComponent component) {
        ResolvableType type = ResolvableType.forType(component.getGenericType());
        return new QueryParameter(component.getName(), new TypeDescriptor(type, null, NONE));
    }

    static QueryParameter of(String name, MethodParameter parameter) {
        return new QueryParameter(name, new TypeDescriptor(parameter));
    }

    boolean takesSeveral() {
        return type.isCollection() || type.isArray();
    }

    /** @throws ConversionException if they are not of its type */
    @Nullable
    Object convert(List<String> given, ConversionService conversion) {
        @Nullable
        Object value = given.size() == 1
                ? conversion.convert(given.get(0), TEXT, type)
                : conversion.convert(given.toArray(String[]::new), TEXTS, type);
        if (value instanceof Collection<?> all && all.stream().anyMatch(one -> one == null)) {
            throw new ConversionFailedException(TEXTS, type, given, new IllegalArgumentException("one is empty"));
        }
        return value;
    }
}
