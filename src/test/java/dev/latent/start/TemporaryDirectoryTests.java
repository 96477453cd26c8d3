package dev.latent.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTests {
    private final String before = System.getProperty("java.io.tmpdir");

    @AfterEach
    void restore() {
        System.setProperty("java.io.tmpdir", before);
    }

    @Test
    void aFolderForTemporaryFilesThatIsMissingIsMade(@TempDir Path volume) {
        Path named = volume.resolve("tmp");
        System.setProperty("java.io.tmpdir", named.toString());

        TemporaryDirectory.require();
        TemporaryDirectory.require();

        assertThat(named).isEmptyDirectory();
    }
}
