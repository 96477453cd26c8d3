package dev.latent.inference;

import dev.latent.problem.Problem;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Query parameters that can't be bound to their record, as problems that name them. */
@RestControllerAdvice(basePackageClasses = QueryAdvice.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class QueryAdvice {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongQuery(MethodArgumentNotValidException e) {
        FieldError error = e.getFieldErrors().get(0);
        String name = error.getField().replaceAll("\\[.*", "");
        String detail = error.isBindingFailure() ? wrongType(e, name, error) : name + " " + error.getDefaultMessage();
        Problem problem = Problem.badParameter(name, detail);
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }

    private static String wrongType(MethodArgumentNotValidException e, String name, FieldError error) {
        Class<?> wanted = Arrays.stream(e.getParameter().getParameterType().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .<Class<?>>map(RecordComponent::getType)
                .findFirst()
                .orElse(Object.class);
        return name + " must be " + (isFraction(wanted) ? "a number" : wholeNumbers(wanted)) + ", not '"
                + error.getRejectedValue() + "'";
    }

    private static boolean isFraction(Class<?> type) {
        return type == Double.class || type == double.class;
    }

    private static String wholeNumbers(Class<?> type) {
        return Collection.class.isAssignableFrom(type) ? "whole numbers" : "a whole number";
    }
}
