package dev.latent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTests {
    @TempDir
    Path folder;

    @Test
    void aFileIsMadeWithItsFolderAndReplaced() throws IOException {
        Path file = folder.resolve("previews/1.png");
        AtomicFile.write(file, bytes("one"));
        AtomicFile.write(file, bytes("two"));

        assertThat(file).hasContent("two");
        assertThat(Files.list(file.getParent())).containsExactly(file);
    }

    @Test
    void aFileStaysAsItWasWhereWritingFails() throws IOException {
        Path file = folder.resolve("losses.csv");
        AtomicFile.write(file, bytes("one"));

        assertThatThrownBy(() -> AtomicFile.write(file, unfinished -> {
                    Files.writeString(unfinished, "half");
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("one");
        assertThat(Files.list(folder)).containsExactly(file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
