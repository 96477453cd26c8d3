package dev.latent.platform.document;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;

/** The statuses that follow from what a handler declares: what it takes can be missing, wrong or too much. */
@Component
class UsualAnswers implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        ApiResponses answers = operation.getResponses();
        add(answers, 400, "a query parameter is unknown, there twice, of another type or out of its bounds");
        if (hasPathVariable(handler)) {
            add(answers, 404, "there is nothing of a name that stands in the path");
        }
        if (answersWithContent(answers)) {
            add(answers, 406, "`Accept` asks for what this can't be");
        }
        if (operation.getRequestBody() != null) {
            answers.get("400")
                    .description(
                            "the body can't be read, or " + answers.get("400").getDescription());
            add(answers, 413, "the body is larger than the service takes");
            add(answers, 415, "the body is of another type, in its header as in its content");
            add(answers, 422, "the body can be read, but something in it is wrong: `errors` names each place");
        }
        add(answers, 500, "something went wrong inside; the log tells more under the answer's `X-Request-Id`");
        if (answers.get("201") != null) {
            answers.get("201")
                    .addHeaderObject(
                            "Location",
                            new Header()
                                    .required(true)
                                    .description("where it is")
                                    .schema(new StringSchema()));
        }
        return operation;
    }

    private static void add(ApiResponses answers, int status, String description) {
        answers.computeIfAbsent(String.valueOf(status), it -> new ApiResponse().description(description));
    }

    private static boolean hasPathVariable(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class));
    }

    private static boolean answersWithContent(ApiResponses answers) {
        return answers.entrySet().stream()
                .anyMatch(answer -> answer.getKey().startsWith("2")
                        && answer.getValue().getContent() != null
                        && !answer.getValue().getContent().isEmpty());
    }
}
