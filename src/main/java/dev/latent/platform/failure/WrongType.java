package dev.latent.platform.failure;

import dev.latent.problem.Problem;
import dev.latent.problem.TypeInWords;
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
        Class<?> wanted = e.getRequiredType() == null ? Object.class : e.getRequiredType();
        return name + " must be " + TypeInWords.of(wanted) + ", not \"" + e.getValue() + "\"";
    }
}
