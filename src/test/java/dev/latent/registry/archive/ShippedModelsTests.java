package dev.latent.registry.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.folder.ModelDescription;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import dev.latent.measure.ThresholdFile;
import dev.latent.registry.Artifact;
import dev.latent.registry.Model;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.RegistryFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedModelsTests {
    @TempDir
    Path home;

    private RegistryFixture fixture;

    @BeforeEach
    void ship() throws IOException {
        fixture = new RegistryFixture(home);
        Files.createDirectories(home.resolve("shipped"));
        Files.move(fixture.trained("vae", "1"), home.resolve("shipped/digits-vae"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theFirstStartPublishesThem() throws IOException {
        fixture.get(ShippedModels.class).publish();
        assertThat(fixture.registry().find("digits-vae", "latest").version()).isEqualTo(1);
    }

    @Test
    void aThresholdThatComesWithOneIsKnown() throws IOException {
        AnomalyThreshold learned = AnomalyThreshold.learn(CalibrationRows.TEST, new double[] {0.25, 0.5});
        ThresholdFile.write(home.resolve("shipped/digits-vae"), learned);
        fixture.get(ShippedModels.class).publish();
        ModelVersion version = fixture.registry().find("digits-vae", "latest");
        assertThat(fixture.registry().threshold(version)).contains(learned);
        assertThat(version.artifacts()).extracting(Artifact::name).doesNotContain("threshold.json");
    }

    @Test
    void oneThatDoesNotTellItsRowsIsOfUnknownRows() throws IOException {
        Files.writeString(home.resolve("shipped/digits-vae/threshold.json"), "{\"threshold\":0.5}");
        fixture.get(ShippedModels.class).publish();
        assertThat(fixture.registry().threshold(fixture.registry().find("digits-vae", "latest")))
                .hasValueSatisfying(threshold -> {
                    assertThat(threshold.threshold()).isEqualTo(0.5);
                    assertThat(threshold.rows()).isEqualTo(CalibrationRows.UNKNOWN);
                });
    }

    @Test
    void aThresholdThatCantBeReadIsNone() throws IOException {
        Files.writeString(home.resolve("shipped/digits-vae/threshold.json"), "{");
        fixture.get(ShippedModels.class).publish();
        assertThat(fixture.registry().threshold(fixture.registry().find("digits-vae", "latest")))
                .isEmpty();
    }

    @Test
    void laterStartsDoNotPublishThemAgain() throws IOException {
        fixture.get(ShippedModels.class).publish();
        fixture.get(ShippedModels.class).publish();
        assertThat(fixture.registry().find("digits-vae", "latest").version()).isEqualTo(1);
    }

    @Test
    void aDeletedOneStaysDeleted() throws IOException {
        fixture.get(ShippedModels.class).publish();
        fixture.registry().delete("digits-vae", false);
        fixture.get(ShippedModels.class).publish();
        assertThat(fixture.registry().family("digits-vae")).isEmpty();
    }

    @Test
    void thoseInTheJarAreReadableByThisVersionAndBringTheirCards() throws IOException {
        ModelRegistry registry = fixture.registry();
        fixture.get(ShippedModels.class).publish();

        for (String name : List.of("mnist-denoiser", "mnist-vae", "mnist-cgan", "mnist-dcgan", "digits-translator")) {
            ModelVersion version = registry.find(name, "latest");
            assertThat(version.description().formatVersion()).isEqualTo(ModelDescription.FORMAT_VERSION);
            assertThat(fixture.folder(name, version.version()).resolve("quality.json"))
                    .exists();
        }
    }

    @Test
    void aBrokenOneDoesNotStopTheOthers() throws IOException {
        Files.createDirectories(home.resolve("shipped/broken"));
        Files.writeString(home.resolve("shipped/broken/model.json"), "{");
        fixture.get(ShippedModels.class).publish();
        assertThat(fixture.registry().models("", 100))
                .extracting(Model::name)
                .contains("digits-vae")
                .doesNotContain("broken");
    }
}
