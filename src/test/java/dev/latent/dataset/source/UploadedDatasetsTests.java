package dev.latent.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.Storage;
import dev.latent.home.LatentHome;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedDatasetsTests {
    private static final DatasetLayout LAYOUT =
            new DatasetLayout("any", new SampleShape.Vector(1), null, Storage.FLOAT32, "a test");

    @TempDir
    Path home;

    @Test
    void whatAKilledUploadLeftIsRemovedAtTheStart() throws IOException {
        startWriting("mine");

        assertThat(new UploadedDatasets(new LatentHome(home)).all()).isEmpty();
        assertThat(uploaded()).isEmptyDirectory();
    }

    @Test
    void aWholeDatasetStaysWhateverItIsCalled() throws IOException {
        startWriting("my.partial").finish();

        assertThat(new UploadedDatasets(new LatentHome(home)).all())
                .extracting(DatasetOrigin::name)
                .containsExactly("my.partial");
    }

    private DatasetWriter startWriting(String name) throws IOException {
        DatasetWriter writer = DatasetWriter.create(uploaded().resolve(name), LAYOUT);
        writer.add(Split.TRAIN, new float[] {1}, null);
        return writer;
    }

    private Path uploaded() {
        return home.resolve("datasets").resolve("uploaded");
    }
}
