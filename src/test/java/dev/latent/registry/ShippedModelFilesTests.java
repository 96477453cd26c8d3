package dev.latent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code models/README.md} asks of each folder there. */
class ShippedModelFilesTests {
    private static final long MOST_BYTES = 3_000_000;

    static List<Path> folders() throws IOException {
        try (var entries = Files.list(Path.of("models"))) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void eachTellsHowItWasMadeWhatItsDataAllowAndHowGoodItIs(Path folder) throws IOException {
        assertThat(Json.MAPPER
                        .readTree(Files.readString(folder.resolve("request.json")))
                        .isObject())
                .isTrue();
        assertThat(folder.resolve("LICENCE.md")).isNotEmptyFile();
        assertThat(Json.MAPPER
                        .readTree(Files.readString(folder.resolve("quality.json")))
                        .at("/figures"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void eachHasAPictureOfItsSamples(Path folder) throws IOException {
        assertThat(ImageIO.read(folder.resolve("samples.png").toFile())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theWeightsOfEachHaveAtMostThreeMegabytes(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            long bytes = files.filter(file -> file.toString().endsWith(".safetensors"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
            assertThat(bytes).isBetween(1L, MOST_BYTES);
        }
    }
}
