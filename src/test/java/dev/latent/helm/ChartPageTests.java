package dev.latent.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.GeneratedPage;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code values.yaml} says what each value is; the chart's page and its schema hold the same ones. */
class ChartPageTests {
    private static final String MARK = "# --";

    @Test
    void thePageTellsEveryValue() throws IOException {
        StringBuilder table = new StringBuilder("| value | default | what it is |\n|---|---|---|\n");
        for (Value value : values()) {
            table.append("| `%s` | %s | %s |\n".formatted(value.name, value.text, value.description));
        }

        new GeneratedPage(Chart.FOLDER.resolve("README.md")).holdSection("values", table.toString(), getClass());
    }

    @Test
    void everyValueSaysWhatItIs() throws IOException {
        assertThat(values())
                .allSatisfy(
                        value -> assertThat(value.description).as(value.name).endsWith("."));
    }

    @Test
    void theSchemaKnowsEveryValueAndRefusesOthers() throws IOException {
        JsonNode schema = new JsonMapper()
                .readTree(Chart.FOLDER.resolve("values.schema.json").toFile());

        assertThat(values()).allSatisfy(value -> {
            JsonNode at = schema;
            for (String step : value.name.split("\\.")) {
                assertThat(at.path("additionalProperties").asBoolean(true))
                        .as(value.name)
                        .isFalse();
                at = at.path("properties").path(step);
            }
            assertThat(at.isMissingNode()).as(value.name).isFalse();
        });
    }

    private static List<Value> values() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        try (Reader in = Files.newBufferedReader(Chart.FOLDER.resolve(Path.of("values.yaml")))) {
            List<Value> values = new ArrayList<>();
            collect("", (MappingNode) new Yaml(options).compose(in), values);
            return values;
        }
    }

    private static void collect(String prefix, MappingNode all, List<Value> values) {
        for (NodeTuple entry : all.getValue()) {
            String name = prefix + ((ScalarNode) entry.getKeyNode()).getValue();
            String description = description(entry.getKeyNode());
            if (!description.isEmpty()) {
                values.add(new Value(name, inOneLine(entry.getValueNode()), description));
            } else {
                collect(name + ".", (MappingNode) entry.getValueNode(), values);
            }
        }
    }

    /** What stands above it behind {@code # --}, up to the key. */
    private static String description(Node key) {
        List<CommentLine> lines = key.getBlockComments() == null ? List.of() : key.getBlockComments();
        String comment = lines.stream().map(line -> "#" + line.getValue()).collect(Collectors.joining(" "));
        int start = comment.lastIndexOf(MARK);
        return start < 0
                ? ""
                : comment.substring(start + MARK.length()).replace(" # ", " ").strip();
    }

    private static String inOneLine(Node value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.FLOW);
        options.setWidth(Integer.MAX_VALUE);
        Object read = new Yaml().load(asText(value));
        return read == null || "".equals(read)
                ? ""
                : "`" + new Yaml(options).dump(read).strip() + "`";
    }

    private static String asText(Node value) {
        StringWriter text = new StringWriter();
        new Yaml().serialize(value, text);
        return text.toString();
    }

    private record Value(String name, String text, String description) {}
}
