package dev.latent.platform.document;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The framework's own operations: they have no handlers of ours, and are described in {@code openapi/operations.yaml}. */
@Component
@Order(0)
class OperationsDocument implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI document) {
        try (InputStream in = new ClassPathResource("openapi/operations.yaml").getInputStream()) {
            OpenAPI operations = Yaml31.mapper().readValue(in, OpenAPI.class);
            operations.getPaths().forEach(document.getPaths()::addPathItem);
            operations.getComponents().getSchemas().forEach(document.getComponents()::addSchemas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
