package dev.latent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The families' pages say what the service answers, and what stands in {@code about.md} beside the family's code. */
@ServiceTest
class FamilyPageTests {
    @Autowired
    RestTestClient client;

    @Test
    void theReadmeNamesEveryFamily() throws IOException {
        new GeneratedPage(Path.of("README.md")).holdSection("families", table("docs/family/"), FamilyPageTests.class);
    }

    @Test
    void thePageOfFamiliesNamesEveryFamily() throws IOException {
        new GeneratedPage("families.md").holdSection("families", table("family/"), FamilyPageTests.class);
    }

    @Test
    void everyFamilyHasAPage() throws IOException {
        for (JsonNode family : families()) {
            String id = family.path("id").asString();
            new GeneratedPage("family/" + id + ".md").hold(FamilyPage.of(family, about(id)), FamilyPageTests.class);
        }
    }

    private String table(String folder) {
        return "| id | | minimizes | paper |\n|---|---|---|---|\n"
                + Stream.of(families())
                        .flatMap(JsonNode::valueStream)
                        .map(family -> "| [`%1$s`](%2$s%1$s.md) | %3$s | %4$s | %5$s |\n"
                                .formatted(
                                        family.path("id").asString(),
                                        folder,
                                        family.path("title").asString(),
                                        family.path("minimises").asString().replace("|", "\\|"),
                                        family.path("paper").asString()))
                        .collect(Collectors.joining());
    }

    private JsonNode families() {
        return Http.json(new Http(client).get("/v1/families?limit=200", Http.JSON))
                .path("items");
    }

    /** Empty where nothing is to be added to what the code says. */
    private static String about(String id) throws IOException {
        try (Stream<Path> files = Files.walk(Documents.file(Path.of("src/main/java/dev/latent/family")))) {
            for (Path file : files.filter(it -> it.endsWith("about.md")).toList()) {
                String text = Files.readString(file);
                if (text.startsWith("<!-- " + id + " -->\n")) {
                    return text.substring(text.indexOf('\n') + 1).strip() + "\n\n";
                }
            }
            return "";
        }
    }
}
