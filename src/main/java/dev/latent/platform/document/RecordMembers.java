package dev.latent.platform.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of records which members are always there and which may be null: a component that is {@code @Nullable} may, or
 * is left out where the record includes what is {@link JsonInclude.Include#NON_NULL}.
 */
@Component
class RecordMembers implements ModelConverter {
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Schema<?> resolved = others.hasNext() ? others.next().resolve(type, context, others) : null;
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (resolved != null && raw.isRecord() && !isWrittenAsSomethingElse(raw)) {
            Schema<?> model = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels().get(resolved.get$ref().substring(SCHEMAS.length()));
            if (model != null && model.getProperties() != null) {
                mark(model, raw);
            }
        }
        return resolved;
    }

    private static boolean isWrittenAsSomethingElse(Class<?> record) {
        return Arrays.stream(record.getDeclaredMethods()).anyMatch(it -> it.isAnnotationPresent(JsonValue.class));
    }

    private static void mark(Schema<?> model, Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = component.getName();
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                mark(model, component.getType());
            } else if (model.getProperties().get(name) != null && !isLeftOut(component)) {
                require(model, name);
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    model.getProperties()
                            .put(name, nullable(model.getProperties().get(name)));
                }
            }
        }
    }

    private static boolean isLeftOut(RecordComponent component) {
        JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude include = own == null ? component.getDeclaringRecord().getAnnotation(JsonInclude.class) : own;
        return include != null
                && include.value() == JsonInclude.Include.NON_NULL
                && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static void require(Schema<?> model, String name) {
        List<String> required = model.getRequired() == null ? List.of() : model.getRequired();
        if (!required.contains(name)) {
            List<String> more = new ArrayList<>(required);
            more.add(name);
            model.setRequired(more);
        }
    }

    private static Schema<?> nullable(Schema<?> member) {
        if (member.get$ref() != null) {
            Schema<?> either = new JsonSchema();
            either.setDescription(member.getDescription());
            either.addOneOfItem(new JsonSchema().$ref(member.get$ref()));
            either.addOneOfItem(new JsonSchema().types(Set.of("null")));
            return either;
        }
        if (member.getTypes() != null) {
            member.addType("null");
        }
        return member;
    }
}
