package dev.latent.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** What a value should have been, for people who know no Java. */
public final class TypeInWords {
    private TypeInWords() {}

    /** {@code a whole number}, {@code numbers}, {@code true or false}, {@code QUEUED or RUNNING}. */
    public static String of(Class<?> type) {
        if (type.isArray()) {
            return several(type.getComponentType());
        }
        if (type.isEnum()) {
            return choices(type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (isNumber(type)) {
            return isFraction(type) ? "a number" : "a whole number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        return CharSequence.class.isAssignableFrom(type)
                ? "a text"
                : type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "something else";
    }

    /** Several values of a type. */
    public static String several(Class<?> type) {
        return type.isEnum()
                ? choices(type)
                : isNumber(type) ? isFraction(type) ? "numbers" : "whole numbers" : "an array";
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(" or "));
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type)
                || type.isPrimitive() && type != boolean.class && type != char.class && type != void.class;
    }

    private static boolean isFraction(Class<?> type) {
        return type == Double.class || type == Float.class || type == double.class || type == float.class;
    }
}
