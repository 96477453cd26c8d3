package dev.latent.inference.http;

import dev.latent.inference.engine.Inference;
import dev.latent.inference.operation.Selection;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** What all answers of models have in common, in the OpenAPI document: see {@link Responses} and {@link Inference}. */
@Component
class InferenceDocument implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == Selection.class)) {
            complete(operation.getResponses());
            if (handler.hasMethodAnnotation(GetMapping.class)) {
                unlessUnchanged(operation);
            }
        }
        return operation;
    }

    private static void complete(ApiResponses answers) {
        addHeader(answers.get("200"), Responses.VERSION, "the version that answered", new IntegerSchema().format(null));
        addHeader(answers.get("200"), Responses.SEED, "the seed that was used", new IntegerSchema().format("int64"));
        add(answers, "409", "the model can't do this, or not with what was asked; the answer says what it can");
        add(answers, "503", "too many requests wait, or the service is going down");
    }

    private static void unlessUnchanged(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name("If-None-Match")
                .description("the `ETag` of an earlier answer: an equal one is not sent again")
                .schema(new StringSchema()));
        add(operation.getResponses(), "304", "the client has this answer already");
        for (String status : new String[] {"200", "304"}) {
            addHeader(
                    operation.getResponses().get(status),
                    "ETag",
                    "equal for equal bytes: a hash of version, seed, parameters and media type",
                    new StringSchema());
        }
    }

    private static void add(ApiResponses answers, String status, String description) {
        answers.computeIfAbsent(status, it -> new ApiResponse().description(description));
    }

    private static void addHeader(ApiResponse answer, String name, String description, Schema<?> schema) {
        answer.addHeaderObject(
                name, new Header().required(true).description(description).schema(schema));
    }
}
