package dev.latent.platform;

import dev.latent.problem.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What to say of a parameter whose text is not of the type that is wanted. */
final class WrongType {
    private WrongType() {}

    static Problem of(TypeMismatchException e) {
        if (!(e instanceof MethodArgumentTypeMismatchException argument)) {
            String name = String.valueOf(e.getPropertyName());
            return Problem.badParameter(name, detail(name, e));
        }
        MethodParameter parameter = argument.getParameter();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Problem.notFound("There is no " + argument.getName() + " " + argument.getValue());
        }
        String detail = detail(argument.getName(), argument);
        return parameter.hasParameterAnnotation(RequestHeader.class)
                ? Problem.badHeader(argument.getName(), detail)
                : Problem.badParameter(argument.getName(), detail);
    }

    private static String detail(String name, TypeMismatchException e) {
        return name + " must be " + wanted(e.getRequiredType()) + ", not \"" + e.getValue() + "\"";
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(" or "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        boolean fraction = type == double.class || type == Double.class || type == float.class || type == Float.class;
        return fraction
                ? "a number"
                : type.isPrimitive() || Number.class.isAssignableFrom(type)
                        ? "a whole number"
                        : "a " + type.getSimpleName();
    }
}
