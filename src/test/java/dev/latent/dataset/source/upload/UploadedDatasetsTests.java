package dev.latent.dataset.source.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.TestDatabase;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.UploadedFixture;
import dev.latent.files.AtomicFolder;
import dev.latent.storage.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class UploadedDatasetsTests {
    @Parameter
    TestDatabase database;

    @TempDir
    Path home;

    private UploadedFixture fixture;
    private UploadedDatasets uploaded;

    @BeforeEach
    void open() throws IOException {
        fixture = new UploadedFixture(home, database);
        uploaded = fixture.open();
    }

    @Test
    void whatOneServiceTakesAllOthersHaveAtOnce() throws IOException {
        Datasets other = new Datasets(List.of(fixture.open()));
        assertThat(other.find("mine")).isEmpty();

        assertThat(add("mine", 7)).isTrue();

        assertThat(other.list()).extracting(DatasetDescription::name).containsExactly("mine");
        assertThat(other.open("mine").split(Split.TRAIN).table(0, 1).differences())
                .containsExactly(7);
    }

    @Test
    void aNameIsTakenOnce() throws IOException {
        assertThat(add("mine", 7)).isTrue();
        assertThat(add("mine", 8)).isFalse();

        assertThat(value(new Datasets(List.of(fixture.open())))).isEqualTo(7);
        assertThat(fixture.folder()).isDirectoryContaining("glob:**/mine.*");
        assertThat(folders()).hasSize(1);
    }

    @Test
    void aDatasetThatWasDeletedElsewhereIsGoneAndOneOfItsNameIsAnother() throws IOException {
        add("mine", 7);
        Datasets other = new Datasets(List.of(fixture.open()));
        assertThat(value(other)).isEqualTo(7);

        uploaded.find("mine").orElseThrow().delete();
        assertThat(other.find("mine")).isEmpty();

        add("mine", 8);
        assertThat(value(other)).isEqualTo(8);
    }

    @Test
    void samplesThatAreInUseOutliveTheirDataset() throws IOException {
        add("mine", 7);
        Datasets datasets = new Datasets(List.of(uploaded));
        var samples = datasets.open("mine").split(Split.TRAIN);

        uploaded.find("mine").orElseThrow().delete();

        assertThat(samples.table(0, 1).differences()).containsExactly(7);
    }

    @Test
    void whatAKilledUploadLeftIsRemovedAtTheStart() throws IOException {
        AtomicFolder.of(fixture.folder().resolve("mine"));

        assertThat(fixture.open().all()).isEmpty();
        assertThat(folders()).isEmpty();
    }

    @Test
    void anUploadThatWasKilledBeforeItsRowIsThereAfterTheNextStart() throws IOException {
        add("mine", 7);
        fixture.jdbc().sql("delete from dataset").update();

        assertThat(fixture.open().all()).extracting(DatasetOrigin::name).containsExactly("mine");
    }

    @Test
    void anUploadThatWasKilledAndWhoseNameWasTakenMeanwhileIsRemoved() throws IOException {
        add("mine", 7);
        fixture.jdbc().sql("delete from dataset").update();
        add("mine", 8);

        assertThat(value(new Datasets(List.of(fixture.open())))).isEqualTo(8);
        assertThat(folders()).hasSize(1);
    }

    @Test
    void aDeletionThatWasKilledIsCompletedAtTheNextStart() throws IOException {
        add("mine", 7);
        fixture.jdbc().sql("update dataset set deleting = true").update();

        assertThat(uploaded.find("mine")).isEmpty();
        assertThat(add("mine", 8)).isFalse();
        UploadedDatasets next = fixture.open();

        assertThat(next.all()).isEmpty();
        assertThat(folders()).isEmpty();
        assertThat(add("mine", 8)).isTrue();
    }

    @Test
    void datasetsOfTheFirstVersionsAreTakenIntoTheTableWhateverTheyAreCalled() throws IOException {
        UploadedFixture.write(fixture.folder().resolve("my.partial"), "my.partial", 7);
        UploadedFixture.write(fixture.folder().resolve("mine"), "mine", 8);
        Files.createDirectories(fixture.folder().resolve("broken"));
        Files.writeString(fixture.folder().resolve("broken/dataset.json"), "{");

        UploadedDatasets next = fixture.open();

        assertThat(next.all()).extracting(DatasetOrigin::name).containsExactly("mine", "my.partial");
        assertThat(value(new Datasets(List.of(next)))).isEqualTo(8);
        assertThat(fixture.folder().resolve("broken")).exists();
    }

    private boolean add(String name, float sample) throws IOException {
        try (StagedFolder staged = uploaded.stage()) {
            UploadedFixture.write(staged.path(), name, sample);
            return uploaded.add(name, staged);
        }
    }

    private static double value(Datasets datasets) {
        return datasets.open("mine").split(Split.TRAIN).table(0, 1).differences()[0];
    }

    private List<Path> folders() throws IOException {
        try (var folders = Files.list(fixture.folder())) {
            return folders.filter(folder -> !folder.endsWith(".aside")).toList();
        }
    }
}
