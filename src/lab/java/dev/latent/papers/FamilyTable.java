package dev.latent.papers;

import dev.latent.family.FamilyProfile;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.report.ReadmeSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** All families as Markdown, as they speak of themselves. */
final class FamilyTable {
    private FamilyTable() {}

    /** Puts it where the README has a place for it. */
    static void render(Path project) throws IOException {
        new ReadmeSection(project.resolve("README.md"), "families").replace(markdown());
    }

    static String markdown() {
        return "| family | objective | operations | paper |\n|---|---|---|---|\n"
                + ModelFamilies.all().stream()
                        .map(ModelFamily::profile)
                        .map(FamilyTable::row)
                        .collect(Collectors.joining());
    }

    private static String row(FamilyProfile family) {
        String operations = family.operations().stream().map(Operation::id).collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |\n"
                .formatted(family.id(), family.minimises().replace("|", "\\|"), operations, family.paper());
    }
}
