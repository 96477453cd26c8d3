package dev.latent.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyTableTests {
    @TempDir
    Path project;

    @Test
    void theReadmeHasARowForEveryFamily() throws IOException {
        Path readme =
                Files.writeString(project.resolve("README.md"), "<!-- families:begin -->\n<!-- families:end -->\n");

        FamilyTable.render(project);

        assertThat(Files.readAllLines(readme))
                .hasSize(ModelFamilies.all().size() + 4)
                .anySatisfy(line ->
                        assertThat(line).startsWith("| `wgan` | min_G max_D E D(x) − E D(G(z)), D 1-Lipschitz |"));
    }

    @Test
    void aFormulasBarsDoNotEndItsCell() {
        assertThat(FamilyTable.markdown().lines().map(line -> line.split("(?<!\\\\)\\|").length))
                .containsOnly(5);
        assertThat(ModelFamilies.all())
                .extracting(ModelFamily::id)
                .allMatch(id -> FamilyTable.markdown().contains("`" + id + "`"));
    }
}
