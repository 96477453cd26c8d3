package dev.latent.family.hyperparameter;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfig;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import dev.latent.family.ModelFamily;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a family's hyperparameters: types, bounds, choices, descriptions and the paper's defaults. */
public final class HyperparameterSchema {
    private static final Map<String, JsonNode> BY_FAMILY = new ConcurrentHashMap<>();

    private HyperparameterSchema() {}

    public static JsonNode of(ModelFamily<?> family) {
        return BY_FAMILY.computeIfAbsent(family.id(), id -> generate(family.defaults()));
    }

    /**
     * With other defaults than the paper's.
     *
     * @param defaults a value for every hyperparameter, such as {@link HyperparameterBinding#json} writes
     */
    public static JsonNode of(ModelFamily<?> family, JsonNode defaults) {
        return withDefaults((ObjectNode) of(family).deepCopy(), defaults);
    }

    static JsonNode generate(Record defaults) {
        return withDefaults(flat(defaults.getClass()), HyperparameterJson.write(defaults));
    }

    private static JsonNode withDefaults(ObjectNode schema, JsonNode values) {
        schema.path("properties")
                .forEachEntry((name, property) -> ((ObjectNode) property).set("default", values.get(name)));
        return schema;
    }

    /** With the properties of unwrapped records in their place. */
    private static ObjectNode flat(Class<?> record) {
        ObjectNode schema = new SchemaGenerator(configuration()).generateSchema(record);
        ObjectNode properties = schema.objectNode();
        for (RecordComponent component : record.getRecordComponents()) {
            if (RecordMembers.isUnwrapped(component)) {
                properties.setAll((ObjectNode) flat(component.getType()).get("properties"));
            } else {
                properties.set(component.getName(), schema.path("properties").get(component.getName()));
            }
        }
        schema.set("properties", properties);
        return schema;
    }

    private static SchemaGeneratorConfig configuration() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JakartaValidationModule())
                .with(Option.INLINE_ALL_SCHEMAS, Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
        builder.forFields().withDescriptionResolver(HyperparameterSchema::description);
        builder.forFields().withNullableCheck(HyperparameterSchema::isNullable);
        builder.forTypesInGeneral().withCustomDefinitionProvider(HyperparameterSchema::choices);
        return builder.build();
    }

    private static @Nullable String description(FieldScope field) {
        Description description = field.getAnnotation(Description.class);
        return description == null ? null : description.value();
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable CustomDefinition choices(ResolvedType type, SchemaGenerationContext context) {
        if (!type.getErasedType().isEnum()) {
            return null;
        }
        ObjectNode definition = context.getGeneratorConfig().createObjectNode().put("type", "string");
        HyperparameterJson.choices(type.getErasedType()).forEach(definition.putArray("enum")::add);
        return new CustomDefinition(definition, true);
    }
}
