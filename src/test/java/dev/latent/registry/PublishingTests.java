package dev.latent.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.TestDatabase;
import dev.latent.files.Sha256;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import dev.latent.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class PublishingTests {
    @Parameter
    TestDatabase database;

    @TempDir
    Path home;

    private RegistryFixture fixture;
    private ModelRegistry registry;

    @BeforeEach
    void open() {
        fixture = new RegistryFixture(home, database);
        registry = fixture.registry();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void versionsAreNumberedFromOneAndFoundByNumberAndAsLatest() throws IOException {
        registry.publish("digits-vae", fixture.trained("vae", "first"), null);
        registry.publish("digits-vae", fixture.trained("vae", "second"), "job-2");

        assertThat(registry.find("digits-vae", "1").version()).isEqualTo(1);
        assertThat(registry.find("digits-vae", "latest").version()).isEqualTo(2);
        assertThat(registry.find("digits-vae", "latest").job()).isEqualTo("job-2");
    }

    @Test
    void aVersionKeepsItsFilesAndTheirDigests() throws IOException {
        Path trained = fixture.trained("vae", "weights");
        Files.writeString(trained.resolve("quality.json"), "{}");

        ModelVersion version = registry.publish("digits-vae", trained, null);

        assertThat(version.artifacts()).extracting(Artifact::name).containsExactly("decoder.safetensors", "model.json");
        assertThat(version.artifacts().get(0))
                .isEqualTo(new Artifact("decoder.safetensors", 7, Sha256.of(trained.resolve("decoder.safetensors"))));
        assertThat(fixture.folder("digits-vae", 1).resolve("decoder.safetensors"))
                .hasContent("weights");
        assertThat(fixture.folder("digits-vae", 1).resolve("quality.json")).exists();
    }

    @Test
    void whatIsLearnedOfAVersionAfterItWasDeletedBringsNoFolderBack() throws IOException {
        ModelVersion deleted = registry.publish("mine", fixture.trained("vae", "first"), null);
        registry.publish("mine", fixture.trained("vae", "second"), null);
        registry.delete("mine", 1, false);

        registry.keepThreshold(deleted, AnomalyThreshold.learn(CalibrationRows.TEST, new double[] {0.5}));

        assertThat(fixture.folder("mine", 1)).doesNotExist();
    }

    @Test
    void aJobPublishesOnce() throws IOException {
        ModelVersion first = registry.publish("digits-vae", fixture.trained("vae", "first"), "job");
        ModelVersion second = registry.publish("digits-vae", fixture.trained("vae", "second"), "job");

        assertThat(second).isEqualTo(first);
        assertThat(registry.versions("digits-vae", Integer.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void versionsPublishedAtTheSameTimeGetNumbersOfTheirOwn() throws IOException {
        List<Path> trained = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            trained.add(fixture.trained("vae", "weights " + i));
        }

        List<CompletableFuture<ModelVersion>> published = trained.stream()
                .map(folder -> CompletableFuture.supplyAsync(() -> registry.publish("mine", folder, null)))
                .toList();

        assertThat(published.stream().map(CompletableFuture::join))
                .extracting(ModelVersion::version)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aNameHoldsOneFamily() throws IOException {
        registry.publish("mine", fixture.trained("vae", "v"), null);

        Path other = fixture.trained("cgan", "c");
        assertThatThrownBy(() -> registry.publish("mine", other, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("409")
                .hasMessageContaining("'vae'");
    }

    @Test
    void nothingStaysWhenTheCallersTransactionRollsBack() throws IOException {
        Path trained = fixture.trained("vae", "v");

        fixture.transaction().executeWithoutResult(status -> {
            registry.publish("mine", trained, null);
            status.setRollbackOnly();
        });

        assertThat(registry.family("mine")).isEmpty();
        assertThat(fixture.folder("mine", 1)).doesNotExist();
    }

    @Test
    void whatWasSeenOfARolledBackVersionIsForgotten() throws IOException {
        Path first = fixture.trained("vae", "first");
        fixture.transaction().executeWithoutResult(status -> {
            registry.publish("mine", first, "job-1");
            assertThat(registry.find("mine", "1").job()).isEqualTo("job-1");
            status.setRollbackOnly();
        });

        registry.publish("mine", fixture.trained("vae", "second"), "job-2");

        assertThat(registry.find("mine", "1").job()).isEqualTo("job-2");
    }

    @Test
    void aNumberIsNotGivenAgainAfterItsVersionIsDeleted() throws IOException {
        registry.publish("mine", fixture.trained("vae", "1"), null);
        registry.publish("mine", fixture.trained("vae", "2"), null);

        registry.delete("mine", 2, false);

        assertThat(fixture.folder("mine", 2)).doesNotExist();
        assertThat(registry.publish("mine", fixture.trained("vae", "3"), null).version())
                .isEqualTo(3);
    }

    @Test
    void aNameIsFreeForAnotherFamilyOnceItsModelIsDeletedButGoesOnCounting() throws IOException {
        registry.publish("mine", fixture.trained("vae", "1"), null);

        registry.delete("mine", false);

        assertThatThrownBy(() -> registry.find("mine")).hasMessageContaining("there is no model 'mine'");
        assertThat(registry.publish("mine", fixture.trained("cgan", "2"), null).version())
                .isEqualTo(2);
    }

    @Test
    void aVersionInUseIsNotDeleted() throws IOException {
        registry.publish("mine", fixture.trained("vae", "1"), null);
        fixture.inUse.add("training job 4711");

        assertThatThrownBy(() -> registry.delete("mine", 1, false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("training job 4711");
        assertThat(registry.find("mine", "1").version()).isEqualTo(1);
    }

    @Test
    void aVersionThatAnAliasStandsForIsNotDeleted() throws IOException {
        registry.publish("mine", fixture.trained("vae", "1"), null);
        registry.publish("mine", fixture.trained("vae", "2"), null);
        registry.alias("mine", "champion", 1);

        assertThatThrownBy(() -> registry.delete("mine", 1, false))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("409")
                .hasMessageContaining("'champion'")
                .hasMessageContaining("force=true");
        assertThatThrownBy(() -> registry.delete("mine", false)).hasMessageContaining("'champion'");
        assertThat(registry.find("mine", "champion").version()).isEqualTo(1);
        registry.delete("mine", 2, false);
        assertThat(registry.find("mine").latest()).isEqualTo(1);
    }

    @Test
    void anAliasGoesWithItsVersion() throws IOException {
        registry.publish("mine", fixture.trained("vae", "1"), null);
        registry.publish("mine", fixture.trained("vae", "2"), null);
        registry.alias("mine", "champion", 1);
        assertThat(registry.find("mine", "champion").version()).isEqualTo(1);

        registry.delete("mine", 1, true);

        assertThatThrownBy(() -> registry.find("mine", "champion")).hasMessageContaining("no version 'champion'");
    }
}
