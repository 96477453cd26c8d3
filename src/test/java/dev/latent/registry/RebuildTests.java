package dev.latent.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class RebuildTests {
    @TempDir
    Path home;

    @Test
    void aLostDatabaseIsRebuiltFromTheFolders() throws IOException {
        ModelVersion published;
        try (RegistryFixture before = new RegistryFixture(home)) {
            published = before.registry().publish("mine", before.trained("vae", "1"), "job-1");
            before.registry().alias("mine", "champion", 1);
        }
        try (RegistryFixture after = new RegistryFixture(home)) {
            assertThat(after.get(RegistryRebuild.class).run()).containsExactly(published);
            assertThat(after.registry().find("mine", "champion")).isEqualTo(published);
        }
    }

    @Test
    void aDeletedNumberIsNotGivenAgainEvenAfterTheDatabaseWasLost() throws IOException {
        try (RegistryFixture before = new RegistryFixture(home)) {
            before.registry().publish("mine", before.trained("vae", "1"), null);
            before.registry().delete("mine", 1, false);
        }
        try (RegistryFixture after = new RegistryFixture(home)) {
            after.get(RegistryRebuild.class).run();
            assertThat(after.registry()
                            .publish("mine", after.trained("vae", "2"), null)
                            .version())
                    .isEqualTo(2);
        }
    }

    @Test
    void aFolderCopiedInByHandBecomesAVersion() throws IOException {
        try (RegistryFixture fixture = new RegistryFixture(home)) {
            Files.createDirectories(fixture.folder("mine", 4).getParent());
            Files.move(fixture.trained("vae", "1"), fixture.folder("mine", 4));

            fixture.get(RegistryRebuild.class).run();

            assertThat(fixture.registry().find("mine", "latest").version()).isEqualTo(4);
        }
    }

    @Test
    void aBrokenFolderDoesNotStopTheOthers() throws IOException {
        try (RegistryFixture before = new RegistryFixture(home)) {
            before.registry().publish("good", before.trained("vae", "1"), null);
            before.registry().publish("bad", before.trained("vae", "1"), null);
            Files.writeString(before.folder("bad", 1).resolve("version.json"), "{\"model\":");
        }
        try (RegistryFixture after = new RegistryFixture(home)) {
            assertThat(after.get(RegistryRebuild.class).run())
                    .extracting(ModelVersion::model)
                    .containsExactly("good");
        }
    }

    @Test
    void aFolderThatOutlivedTheDeletionOfItsVersionIsRemovedNotFoundAgain() throws IOException {
        try (RegistryFixture fixture = new RegistryFixture(home)) {
            fixture.registry().publish("mine", fixture.trained("vae", "1"), null);
            Path copy = home.resolve("copy");
            FileSystemUtils.copyRecursively(fixture.folder("mine", 1), copy);
            fixture.registry().delete("mine", 1, false);
            Files.move(copy, fixture.folder("mine", 1));

            assertThat(fixture.get(RegistryRebuild.class).run()).isEmpty();
            assertThat(fixture.folder("mine", 1)).doesNotExist();
        }
    }

    @Test
    void aFolderWrittenJustBeforeTheProcessDiedIsFoundAndItsJobDoesNotPublishTwice() throws IOException {
        try (RegistryFixture before = new RegistryFixture(home)) {
            before.registry().publish("mine", before.trained("vae", "1"), "job-1");
        }
        try (RegistryFixture after = new RegistryFixture(home)) {
            after.get(RegistryRebuild.class).run();
            assertThat(after.registry()
                            .publish("mine", after.trained("vae", "1"), "job-1")
                            .version())
                    .isEqualTo(1);
        }
    }
}
