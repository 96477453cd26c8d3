package dev.latent;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The page of a family in Markdown, from what {@code GET /v1/families/{id}} answers. */
final class FamilyPage {
    private FamilyPage() {}

    static String of(JsonNode family, String about) {
        return """
                # %s (`%s`)

                %s

                Minimizes %s

                %sOperations: %s.

                ## Defaults
                %s epochs in batches of %s. On tables, and where hyperparameters depend on one another, the defaults differ: `GET /v1/families/%s?dataset=NAME` tells those of a dataset.

                | hyperparameter | default | bounds | |
                |---|---|---|---|
                %s""".formatted(
                text(family, "title"),
                text(family, "id"),
                text(family, "paper"),
                text(family, "minimises"),
                about,
                family.path("operations").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ")),
                family.path("defaults").path("epochs").asString(),
                family.path("defaults").path("batchSize").asString(),
                text(family, "id"),
                family.path("hyperparameters").path("properties").properties().stream()
                        .map(FamilyPage::row)
                        .collect(Collectors.joining()));
    }

    private static String row(Map.Entry<String, JsonNode> property) {
        JsonNode schema = property.getValue();
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        property.getKey(),
                        schema.path("default").toString().replace("\"", ""),
                        bounds(schema),
                        schema.path("description").asString("").replace("|", "\\|"));
    }

    private static String bounds(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        }
        String least = bound(schema, "minimum", "from ", "exclusiveMinimum", "above ");
        String most = bound(schema, "maximum", "to ", "exclusiveMaximum", "below ");
        return (least + " " + most).strip();
    }

    private static String bound(JsonNode schema, String inclusive, String word, String exclusive, String otherWord) {
        if (schema.has(inclusive)) {
            return word + schema.path(inclusive);
        }
        return schema.has(exclusive) ? otherWord + schema.path(exclusive) : "";
    }

    private static String text(JsonNode family, String name) {
        return family.path(name).asString();
    }
}
