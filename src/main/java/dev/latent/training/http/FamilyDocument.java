package dev.latent.training.http;

import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.hyperparameter.HyperparameterSchema;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import tools.jackson.databind.node.ObjectNode;

/** What a training job takes of each family, in the OpenAPI document: the family decides about data and hyperparameters. */
@Component
class FamilyDocument implements OpenApiCustomizer {
    /** Any family's, as answers have them. */
    static final String HYPERPARAMETERS = "Hyperparameters";

    private static final String REQUEST = "TrainingJobRequest";
    private static final String JOB = "TrainingJob";
    private static final String SETTINGS = "TrainingJobSettings";
    private static final Set<String> BY_FAMILY = Set.of("family", "dataset", "datasetA", "datasetB", "hyperparameters");

    @Override
    public void customise(OpenAPI document) {
        Components components = document.getComponents();
        Schema<?> all = components.getSchemas().get(REQUEST);
        Schema<?> any = new JsonSchema().description("By the schema of the family.");
        Schema<?> request = new JsonSchema().description("A training that is asked for.");
        Discriminator families = new Discriminator().propertyName("family");
        for (ModelFamily<?> family : ModelFamilies.all()) {
            String name = nameOf(family);
            components.addSchemas(name + HYPERPARAMETERS, hyperparameters(family));
            components.addSchemas(name + REQUEST, request(family, all));
            any.addAnyOfItem(reference(name + HYPERPARAMETERS));
            request.addOneOfItem(reference(name + REQUEST));
            families.mapping(family.id(), "#/components/schemas/" + name + REQUEST);
        }
        request.setDiscriminator(families);
        components.addSchemas(HYPERPARAMETERS, any);
        components.getSchemas().get(JOB).addProperty("hyperparameters", reference(HYPERPARAMETERS));
        components.addSchemas(SETTINGS, settings(all));
        components.addSchemas(REQUEST, request);
    }

    /** What all families take alike. */
    private static Schema<?> settings(Schema<?> all) {
        Schema<?> settings = new JsonSchema().description("What every training can be told.");
        all.getProperties().forEach((name, member) -> {
            if (!BY_FAMILY.contains(name)) {
                settings.addProperty(name, member);
            }
        });
        settings.setTypes(Set.of("object"));
        settings.setRequired(List.of("model"));
        return settings;
    }

    private static Schema<?> request(ModelFamily<?> family, Schema<?> all) {
        Schema<?> request = new JsonSchema()
                .description("A training of the family `" + family.id() + "`: "
                        + family.profile().title());
        request.addAllOfItem(reference(SETTINGS));
        request.addProperty("family", new JsonSchema().types(Set.of("string"))._const(family.id()));
        List<String> datasets = family.unpaired() ? List.of("datasetA", "datasetB") : List.of("dataset");
        datasets.forEach(
                dataset -> request.addProperty(dataset, all.getProperties().get(dataset)));
        request.addProperty("hyperparameters", reference(nameOf(family) + HYPERPARAMETERS));
        request.setTypes(Set.of("object"));
        request.addRequiredItem("family");
        datasets.forEach(request::addRequiredItem);
        request.setUnevaluatedProperties(new JsonSchema().booleanSchemaValue(false));
        return request;
    }

    private static Schema<?> hyperparameters(ModelFamily<?> family) {
        ObjectNode schema = (ObjectNode) HyperparameterSchema.of(family).deepCopy();
        schema.remove("$schema");
        try {
            return Json31.mapper().readValue(schema.toString(), JsonSchema.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref(name);
    }

    /** {@code DenoisingAutoencoder}. */
    private static String nameOf(ModelFamily<?> family) {
        StringBuilder name = new StringBuilder();
        for (String word : family.id().split("-")) {
            name.append(StringUtils.capitalize(word));
        }
        return name.toString();
    }
}
