package dev.latent.platform.document;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Puts the first sentence of a handler's comment above the others, and documents the problems that it throws: {@code
 * @throws Problem 409 if it has finished, 503 if the queue is full}.
 */
@Component
class CommentedOperations implements OperationCustomizer {
    private static final Pattern FAILURE = Pattern.compile("(\\d{3}) (.*?)(?=, \\d{3} |$)");

    private final Comments comments;

    CommentedOperations(Comments comments) {
        this.comments = comments;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        describe(operation, comments.getMethodJavadocDescription(handler.getMethod()));
        failures(operation, handler.getMethod());
        return operation;
    }

    private void describe(Operation operation, String comment) {
        String first = comments.getFirstSentence(comment);
        String others = comment.substring(first.length()).strip();
        operation.summary(first.replaceFirst("\\.$", "")).description(others.isEmpty() ? first : others);
    }

    private void failures(Operation operation, Method method) {
        comments.failures(method).values().forEach(comment -> {
            Matcher failures = FAILURE.matcher(comment.replaceAll("\\s+", " "));
            while (failures.find()) {
                operation
                        .getResponses()
                        .addApiResponse(failures.group(1), new ApiResponse().description(failures.group(2)));
            }
        });
    }
}
