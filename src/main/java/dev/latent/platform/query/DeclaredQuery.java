package dev.latent.platform.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The query parameters that a handler declares, each on its own or as components of a record.
 *
 * @param parameters by name, those of records among them
 * @param form whether the handler takes a form, where such things stand as fields
 */
record DeclaredQuery(Map<String, QueryParameter> parameters, List<QueryRecord> records, boolean form) {
    static DeclaredQuery of(HandlerMethod handler) {
        Map<String, QueryParameter> parameters = new LinkedHashMap<>();
        List<QueryRecord> records = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            String name = nameOf(parameter);
            if (name != null) {
                parameters.put(name, QueryParameter.of(name, parameter));
            } else if (isRecord(parameter)) {
                QueryRecord record = QueryRecord.of(parameter.getParameterType());
                record.components().forEach(component -> parameters.put(component.name(), component));
                records.add(record);
            }
        }
        return new DeclaredQuery(parameters, records, takesForm(handler));
    }

    private static boolean takesForm(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && List.of(mapping.consumes()).contains(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    static boolean isRecord(MethodParameter parameter) {
        return parameter.getParameterType().isRecord() && parameter.hasParameterAnnotation(ParameterObject.class);
    }

    private static @Nullable String nameOf(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named == null) {
            return null;
        }
        return named.name().isEmpty() ? parameter.getParameterName() : named.name();
    }
}
