package dev.latent.platform.document;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every failure is answered as a problem. */
@Component
@Order(1)
class ProblemAnswers implements OpenApiCustomizer {
    private static final String TYPE = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    @Override
    public void customise(OpenAPI document) {
        ModelConverters.getInstance(true).readAll(ProblemBody.class).forEach(document.getComponents()::addSchemas);
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    Map<String, ApiResponse> sorted = new TreeMap<>(operation.getResponses());
                    operation.getResponses().clear();
                    operation.getResponses().putAll(sorted);
                    sorted.forEach(ProblemAnswers::complete);
                });
    }

    private static void complete(String status, ApiResponse answer) {
        if (status.compareTo("400") < 0) {
            return;
        }
        Schema<?> problem = new Schema<>().$ref(ProblemBody.NAME);
        answer.setContent(new Content().addMediaType(TYPE, new MediaType().schema(problem)));
        if (status.equals("503") || status.equals("429")) {
            answer.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .required(true)
                            .description("seconds after which it may be asked again")
                            .schema(new IntegerSchema().format(null)));
        }
    }
}
