package dev.latent.platform.document;

import dev.latent.platform.query.QueryRecord;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** The defaults of query parameters: what their record has where nothing is sent. */
@Component
class QueryDefaults implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Map<String, Object> defaults = new HashMap<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                defaults.putAll(QueryRecord.defaults(parameter.getParameterType()));
            }
        }
        parameters(operation).forEach(parameter -> complete(parameter, defaults.get(parameter.getName())));
        return operation;
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static void complete(Parameter parameter, @Nullable Object value) {
        Schema<?> schema = parameter.getSchema();
        if (schema.getTypes() != null) {
            schema.getTypes().remove("null"); // what is left out is not null
        }
        if (value != null && !(value instanceof Collection<?>)) {
            schema.setDefault(value);
        }
    }
}
