package dev.latent.dataset.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderContentTests {
    @TempDir
    Path folder;

    @Test
    void filesAreNamedFromTheFolderOn() throws IOException {
        write("cat/1.png");
        write("dog/2.png");

        assertThat(content().files()).extracting(FolderFile::path).containsExactly("cat/1.png", "dog/2.png");
        assertThat(content().leftOut()).isEmpty();
    }

    @Test
    void whatIsHiddenIsLeftOut() throws IOException {
        write("cat/1.png");
        write("cat/.hidden.png");
        write(".git/config");

        assertThat(content().leftOut()).extracting(LeftOut::file).containsExactly(".git/", "cat/.hidden.png");
    }

    @Test
    void whatLiesTooDeepIsLeftOut() throws IOException {
        write("a/b/c/d/1.png");

        assertThat(content().leftOut())
                .containsExactly(LeftOut.file("a/b/c/d/", "folders are looked into 4 deep only"));
    }

    @Test
    void linksAreLeftOut() throws IOException {
        write("cat/1.png");
        Files.createSymbolicLink(folder.resolve("cat/2.png"), folder.resolve("cat/1.png"));

        assertThat(content().leftOut()).containsExactly(LeftOut.file("cat/2.png", "links are not followed"));
    }

    @Test
    void foldersDoNotCountAsFiles() throws IOException {
        write("a/1.png");
        write("b/2.png");
        write("c/3.png");

        assertThat(FolderContent.of(folder, 3).files()).hasSize(3);
    }

    private FolderContent content() throws IOException {
        return FolderContent.of(folder, 100);
    }

    private void write(String path) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.write(folder.resolve(path), new byte[1]);
    }
}
