package dev.latent.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTests {
    @TempDir
    Path parent;

    @Test
    void aFolderHasItsNameOnceItIsPublished() throws IOException {
        try (AtomicFolder folder = AtomicFolder.of(parent.resolve("digits"))) {
            Files.writeString(folder.path().resolve("train.values"), "x");
            assertThat(parent.resolve("digits")).doesNotExist();

            assertThat(folder.publish()).isTrue();
        }
        assertThat(parent.resolve("digits/train.values")).hasContent("x");
    }

    @Test
    void nothingIsLeftOfAFolderThatWasNotPublished() throws IOException {
        try (AtomicFolder folder = AtomicFolder.of(parent.resolve("digits"))) {
            Files.writeString(folder.path().resolve("train.values"), "x");
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void theFirstOfTwoStays() throws IOException {
        for (String content : new String[] {"first", "second"}) {
            try (AtomicFolder folder = AtomicFolder.of(parent.resolve("digits"))) {
                Files.writeString(folder.path().resolve("train.values"), content);
                assertThat(folder.publish()).isEqualTo(content.equals("first"));
            }
        }
        assertThat(parent.resolve("digits/train.values")).hasContent("first");
        assertThat(Files.list(parent)).containsExactly(parent.resolve("digits"));
    }

    @Test
    void whatAKilledWriterLeftIsSweptOnceItIsOld() throws IOException {
        Path left = AtomicFolder.of(parent.resolve("digits")).path();
        Path other = Files.createDirectory(parent.resolve("my.partial"));
        Instant now = Instant.now();
        Files.setLastModifiedTime(left, FileTime.from(now.minus(Duration.ofHours(2))));
        Files.setLastModifiedTime(other, FileTime.from(now.minus(Duration.ofHours(2))));

        Unfinished.sweep(parent, now.minus(Duration.ofHours(3)));
        assertThat(left).exists();

        Unfinished.sweep(parent, now.minus(Duration.ofHours(1)));
        assertThat(left).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void linksInADeletedFolderAreNotFollowed() throws IOException {
        Path outside = Files.createDirectory(parent.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "x");
        Path folder = Files.createDirectories(parent.resolve("folder/inner"));
        Files.createSymbolicLink(folder.resolve("link"), outside);

        Folders.deleteAtOnce(folder.getParent());

        assertThat(folder.getParent()).doesNotExist();
        assertThat(outside.resolve("kept")).exists();
    }
}
