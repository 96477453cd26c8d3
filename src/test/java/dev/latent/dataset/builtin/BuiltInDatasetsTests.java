package dev.latent.dataset.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.Datasets;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The datasets that the service makes itself are what is recorded of them, on any machine. To record a changed recipe
 * (count its version up), run with {@code -Drecipes.record=true}.
 */
class BuiltInDatasetsTests {
    @TempDir
    Path home;

    @ParameterizedTest
    @MethodSource("names")
    void whatIsMadeIsWhatIsRecorded(String name) throws IOException {
        Datasets others = new Datasets(List.of());
        DatasetOrigin origin = origin(name);
        DatasetDescription recorded = origin.describe(others).orElseThrow();

        Path folder = origin.lease(others).path();
        record(name, folder);

        DatasetDescription made = Dataset.open(folder).description();
        assertThat(recorded.digest()).isEqualTo(made.digest());
        assertThat(recorded.counts()).isEqualTo(made.counts());
        assertThat(recorded).usingRecursiveComparison().isEqualTo(made);
    }

    static Stream<String> names() {
        return Recipes.all().stream().map(Recipe::name);
    }

    private DatasetOrigin origin(String name) {
        return new BuiltInDatasets(new LatentHome(home))
                .all().stream()
                        .filter(origin -> origin.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static void record(String name, Path folder) throws IOException {
        if (Boolean.getBoolean("recipes.record")) {
            Path resources = Path.of("src/main/resources/dev/latent/dataset/builtin");
            Files.createDirectories(resources);
            Files.copy(
                    folder.resolve("dataset.json"),
                    resources.resolve(name + ".json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
