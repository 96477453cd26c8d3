package dev.latent.platform.failure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/** What a value should have been, for people who know no Java. */
public final class TypeInWords {
    private TypeInWords() {}

    /** {@code a whole number}, {@code numbers}, {@code true or false}, {@code QUEUED or RUNNING}. */
    public static String of(ResolvableType type) {
        return type.isArray() || Collection.class.isAssignableFrom(type.toClass())
                ? several(
                        type.isArray()
                                ? type.getComponentType().toClass()
                                : type.getGeneric(0).toClass())
                : one(type.toClass());
    }

    private static String one(Class<?> type) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed.isEnum()) {
            return choices(boxed);
        }
        if (boxed == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return isFraction(boxed) ? "a number" : "a whole number";
        }
        return CharSequence.class.isAssignableFrom(boxed)
                ? "a text"
                : boxed.isRecord() || Map.class.isAssignableFrom(boxed) ? "an object" : "something else";
    }

    private static String several(Class<?> type) {
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        return boxed.isEnum()
                ? choices(boxed)
                : Number.class.isAssignableFrom(boxed) ? isFraction(boxed) ? "numbers" : "whole numbers" : "a list";
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(" or "));
    }

    private static boolean isFraction(Class<?> type) {
        return type == Double.class || type == Float.class;
    }
}
