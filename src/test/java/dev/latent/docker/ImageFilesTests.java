package dev.latent.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be told of the files of the image without an engine. */
class ImageFilesTests {
    private static final Path DOCKERFILE = Path.of("Dockerfile");
    private static final Path COMPOSE = Path.of("docker-compose.yml");

    @ParameterizedTest
    @ValueSource(strings = {"ENTRYPOINT", "    CMD", "VOLUME"})
    void whatTheImageStartsNeedsNoShell(String instruction) throws IOException {
        assertThat(Files.readAllLines(DOCKERFILE))
                .filteredOn(line -> line.startsWith(instruction))
                .hasSize(1)
                .allMatch(line -> line.startsWith(instruction + " ["));
    }

    @Test
    void theyCanBeUsedWhereNoRegistryIsReached() throws IOException {
        String both = Files.readString(DOCKERFILE) + Files.readString(COMPOSE);

        assertThat(both).doesNotContainPattern("# *syntax *=").doesNotContain("@sha256:", "pull_policy");
    }
}
