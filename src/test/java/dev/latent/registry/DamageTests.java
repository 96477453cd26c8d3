package dev.latent.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.problem.Problem;
import dev.latent.storage.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTests {
    @TempDir
    Path home;

    private RegistryFixture fixture;
    private ModelVersion version;

    @BeforeEach
    void publish() throws IOException {
        fixture = new RegistryFixture(home);
        version = fixture.registry().publish("mine", fixture.trained("vae", "weights"), null);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anIntactVersionIsOpened() {
        try (Lease files = fixture.registry().lease(version)) {
            assertThat(files.path().resolve("decoder.safetensors")).hasContent("weights");
        }
    }

    @Test
    void aChangedFileIsNoticedAndNamed() throws IOException {
        Files.writeString(fixture.folder("mine", 1).resolve("decoder.safetensors"), "Weights");
        refused();
    }

    @Test
    void aCutFileIsNoticedAndNamed() throws IOException {
        Files.writeString(fixture.folder("mine", 1).resolve("decoder.safetensors"), "weight");
        refused();
    }

    @Test
    void aMissingFileIsNoticedAndNamed() throws IOException {
        Files.delete(fixture.folder("mine", 1).resolve("decoder.safetensors"));
        refused();
    }

    @Test
    void aNewQualityCardIsNoDamage() throws IOException {
        Files.writeString(fixture.folder("mine", 1).resolve("quality.json"), "{}");
        fixture.registry().lease(version).close();
    }

    @Test
    void anArtifactCanStillBeHadThoughAnotherOneIsDamaged() throws IOException {
        Files.delete(fixture.folder("mine", 1).resolve("decoder.safetensors"));

        Artifact description = version.artifacts().get(1);
        try (Lease files = fixture.registry().lease(version, description)) {
            assertThat(files.path().resolve(description.name())).exists();
        }
    }

    private void refused() {
        assertThatThrownBy(() -> fixture.registry().lease(version))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("409")
                .hasMessageContaining("version 1 of model 'mine'")
                .hasMessageContaining("decoder.safetensors");
    }
}
