package dev.latent.platform.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a request and its answer beside each operation: those of {@code openapi/examples.json}, which a test that walks
 * the running service sends, and writes.
 */
@Component
@Order(2)
class Examples implements OpenApiCustomizer {
    static final String FILE = "openapi/examples.json";

    /**
     * A request that was sent, and what was answered.
     *
     * @param parameters of path and query, by name
     * @param type of the request's body, or null
     * @param body as text or JSON; null where there is none, or it is no text
     * @param answer as text or JSON; null where there is none, or it is no text
     */
    record Exchange(
            Map<String, String> parameters,
            @Nullable String type,
            @Nullable Object body,
            String status,
            @Nullable String answerType,
            @Nullable Object answer) {}

    private final Map<String, Exchange> exchanges = read();

    private static Map<String, Exchange> read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return JsonMapper.shared().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> exchanges.containsKey(operation.getOperationId()))
                .forEach(operation -> show(operation, exchanges.get(operation.getOperationId())));
    }

    private static void show(Operation operation, Exchange exchange) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> exchange.parameters().containsKey(parameter.getName()))
                    .forEach(parameter ->
                            parameter.setExample(exchange.parameters().get(parameter.getName())));
        }
        if (operation.getRequestBody() != null) {
            add(operation.getRequestBody().getContent(), exchange.type(), exchange.body());
        }
        add(operation.getResponses().get(exchange.status()).getContent(), exchange.answerType(), exchange.answer());
    }

    private static void add(@Nullable Content content, @Nullable String type, @Nullable Object value) {
        MediaType place = content == null || type == null ? null : content.get(type);
        if (place != null && value != null) {
            place.addExamples(
                    "sent", new Example().summary("as a test sends and gets it").value(value));
        }
    }
}
