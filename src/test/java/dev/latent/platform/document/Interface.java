package dev.latent.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code /openapi.json} promises of every operation, to hold answers against. */
final class Interface {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Promise> operations = new TreeMap<>();

    /** @param path with names in braces */
    record Promise(String method, String path, JsonNode operation) {}

    Interface(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    operations.put(
                            operation.path("operationId").asString(),
                            new Promise(method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), operation));
                }));
    }

    Map<String, Promise> operations() {
        return operations;
    }

    /** Its status, its media type and, of JSON, its members are as promised. */
    void requireKept(String operation, EntityExchangeResult<byte[]> answer) {
        String status = String.valueOf(answer.getStatus().value());
        JsonNode responses = operations.get(operation).operation().path("responses");
        assertThat(responses.propertyNames())
                .as(operation + " answers " + said(answer))
                .contains(status);
        JsonNode content = responses.path(status).path("content");
        byte[] body = answer.getResponseBody();
        if (body == null || body.length == 0) {
            return;
        }
        MediaType type = answer.getResponseHeaders().getContentType();
        String essence = type.getType() + "/" + type.getSubtype();
        assertThat(content.propertyNames().stream().map(key -> key.replaceFirst(";.*", "")))
                .as(operation + " " + status)
                .contains(essence);
        if (essence.endsWith("json")) {
            requireFitting(operation + " " + status, content.path(essence).path("schema"), body);
        }
    }

    private void requireFitting(String where, JsonNode schema, byte[] body) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", document.path("components"));
        Schema compiled = schemas.getSchema(JSON.writeValueAsString(whole));
        assertThat(new TreeSet<>(compiled.validate(JSON.readTree(body)).stream()
                        .map(Object::toString)
                        .toList()))
                .as(where + ": " + new String(body, 0, Math.min(400, body.length)))
                .isEmpty();
    }

    private static String said(EntityExchangeResult<byte[]> answer) {
        byte[] body = answer.getResponseBody();
        return answer.getStatus() + (body == null ? "" : ": " + new String(body, 0, Math.min(300, body.length)));
    }
}
