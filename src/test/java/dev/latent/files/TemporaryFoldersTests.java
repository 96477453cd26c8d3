package dev.latent.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFoldersTests {
    @TempDir
    Path folder;

    @Test
    void aTemporaryFolderGoesWithItsContent() throws IOException {
        try (TemporaryFolders folders = TemporaryFolders.in(folder)) {
            Path path;
            try (TemporaryFolder made = folders.create("evaluation-")) {
                path = Files.writeString(made.path().resolve("output.txt"), "x");
            }
            assertThat(path.getParent()).doesNotExist();
        }
    }

    @Test
    void nothingIsLeftOfAProcessThatEnds() throws IOException {
        try (TemporaryFolders folders = TemporaryFolders.in(folder)) {
            Files.writeString(folders.create("a").path().resolve("output.txt"), "x");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNext() throws IOException, InterruptedException {
        Process killed = process();
        assertThat(killed.getInputStream().read()).isEqualTo('r');
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        assertThat(folder).isNotEmptyDirectory();

        TemporaryFolders.in(folder).close();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatALivingProcessHasIsLeftAlone() throws IOException {
        Process living = process();
        try {
            assertThat(living.getInputStream().read()).isEqualTo('r');
            TemporaryFolders.in(folder).close();
            assertThat(folder).isDirectoryRecursivelyContaining("glob:**/kept");
        } finally {
            living.destroyForcibly();
        }
    }

    @Test
    void anotherPartOfThisProcessIsLeftAlone() throws IOException {
        try (TemporaryFolders first = TemporaryFolders.in(folder)) {
            TemporaryFolder kept = first.create("a");
            TemporaryFolders.in(folder).close();
            assertThat(kept.path()).exists();
        }
    }

    @Test
    void foldersThatNobodyHasALockForAreRemoved() throws IOException {
        Files.createDirectories(folder.resolve("version-123/x"));
        try (TemporaryFolders folders = TemporaryFolders.in(folder)) {
            assertThat(folder.resolve("version-123")).doesNotExist();
        }
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Takes a temporary folder, says so and waits to be killed. */
    static final class Waiting {
        public static void main(String[] arguments) throws IOException {
            TemporaryFolders folders = TemporaryFolders.in(Path.of(arguments[0]));
            Files.createDirectory(folders.create("x").path().resolve("kept"));
            System.out.print('r');
            System.out.flush();
            System.in.read();
        }
    }
}
