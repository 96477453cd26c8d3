package dev.latent.platform.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says what the names in paths mean: the same on every path. */
@Component
class PathNames implements OpenApiCustomizer {
    private static final Map<String, String> MEANINGS = Map.of(
            "model", "a model's name",
            "version", "a version's number, `latest`, or an alias",
            "alias", "the alias: a name for one of the versions",
            "artifact", "the name of one of the version's files, as the version lists them",
            "id", "a training job's id",
            "step", "the step that a preview was drawn at",
            "family", "a family's id",
            "dataset", "a dataset's name");

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(PathNames::describe);
    }

    private static void describe(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        operation.getParameters().stream()
                .filter(parameter -> parameter.getIn().equals("path"))
                .filter(parameter -> parameter.getDescription() == null)
                .forEach(parameter -> parameter.setDescription(MEANINGS.get(parameter.getName())));
    }
}
