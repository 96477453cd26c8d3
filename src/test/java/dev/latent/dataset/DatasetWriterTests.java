package dev.latent.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.sample.Column;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWriterTests {
    private static final DatasetLayout TINY = new DatasetLayout(
            "tiny", new SampleShape.Image(1, 1, 2), List.of("dark", "light"), ValueType.UINT8, "a test");
    private static final DatasetLayout POINTS =
            new DatasetLayout("points", new SampleShape.Vector(2), null, ValueType.FLOAT32, "a test");

    @TempDir
    Path home;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        Dataset dataset = tiny("tiny", 0, 1, 1, 0, 1, 0);

        SampleSource train = dataset.split(Split.TRAIN);
        ByteBuffer bytes = ByteBuffer.allocateDirect(4);
        train.copyBytes(new int[] {3, 0}, bytes);
        assertThat(train.count()).isEqualTo(5);
        assertThat(train.range(1, 1).values()).containsExactly(1 / 255f, 0.8f);
        assertThat(train.label(1)).isEqualTo(1);
        assertThat(bytes.flip()).isEqualTo(ByteBuffer.wrap(new byte[] {3, (byte) 204, 0, (byte) 204}));
    }

    @Test
    void picturesAreReadByWindows() throws IOException {
        PictureSource pictures = tiny("tiny", 0, 1, 1, 0, 1, 0)
                .training(TrainOn.TRAIN_AND_VALIDATION)
                .pictures();
        float[] seen = new float[3];

        pictures.copy(5, new PictureSource.Window(0, 1, 1, 1), seen, 1);

        assertThat(pictures.shape(5)).isEqualTo(new SampleShape.Image(1, 1, 2));
        assertThat(seen).containsExactly(0, 0.8f, 0);
        assertThatThrownBy(() -> pictures.copy(5, new PictureSource.Window(0, 1, 1, 2), seen, 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theLastSixthOfTheTrainingSplitIsForValidation() throws IOException {
        Dataset dataset = tiny("tiny", 0, 1, 1, 0, 1, 0);

        assertThat(dataset.description().counts())
                .containsEntry(Split.TRAIN, 5)
                .containsEntry(Split.VALIDATION, 1)
                .containsEntry(Split.TEST, 0);
        assertThat(dataset.split(Split.VALIDATION).range(0, 1).values()).containsExactly(5 / 255f, 0.8f);
    }

    @Test
    void aValidationSplitOfTheSourceIsKept() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(home.resolve("d"), TINY)) {
            writer.add(Split.TRAIN, new byte[12], new int[6]);
            writer.add(Split.VALIDATION, new byte[2], new int[1]);
            writer.finish();
        }

        assertThat(Dataset.open(home.resolve("d")).description().counts())
                .containsEntry(Split.TRAIN, 6)
                .containsEntry(Split.VALIDATION, 1);
    }

    @Test
    void trainingCanTakeTheValidationSplitToo() throws IOException {
        SampleSource both = tiny("tiny", 0, 1, 1, 0, 1, 0).training(TrainOn.TRAIN_AND_VALIDATION);

        ByteBuffer bytes = ByteBuffer.allocate(4);
        both.copyBytes(new int[] {5, 4}, bytes);
        assertThat(both.count()).isEqualTo(6);
        assertThat(bytes.array()).containsExactly(5, (byte) 204, 4, (byte) 204);
        assertThatThrownBy(() -> both.label(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void theSameContentHasTheSameDigestUnderAnotherName() throws IOException {
        assertThat(tiny("one", 0, 1).description().digest())
                .isEqualTo(tiny("two", 0, 1).description().digest());
    }

    @Test
    void anotherLabelMakesAnotherDigest() throws IOException {
        assertThat(tiny("one", 0, 1).description().digest())
                .isNotEqualTo(tiny("two", 0, 0).description().digest());
    }

    @Test
    void theBalanceOfTheClassesIsCounted() throws IOException {
        assertThat(tiny("tiny", 0, 1, 1, 0, 1, 0).description().classBalance())
                .containsEntry(Split.TRAIN, List.of(2, 3))
                .containsEntry(Split.VALIDATION, List.of(1, 0));
    }

    @Test
    void columnsAreStandardizedByTheTrainingSplit() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(home.resolve("p"), POINTS)) {
            writer.add(Split.TRAIN, new float[] {1, 7, 3, 7}, null);
            writer.add(Split.TEST, new float[] {100, 100}, null);
            writer.finish();
        }

        DatasetDescription points = Dataset.open(home.resolve("p")).description();
        assertThat(points.columns().all()).containsExactly(new Column(null, 0, 2, 1), new Column(null, 0, 7, 1));
        assertThat(points.valueRange().max()).isEqualTo(7);
    }

    @Test
    void theDescriptionComesLast() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(home.resolve("d"), TINY)) {
            writer.add(Split.TRAIN, new byte[2], new int[1]);
            assertThat(home.resolve("d/dataset.json")).doesNotExist();
            writer.finish();
        }
        assertThat(home.resolve("d/dataset.json")).exists();
    }

    @Test
    void aLabelOutsideTheClassesIsRefused() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(home.resolve("d"), TINY)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.add(Split.TRAIN, new byte[2], new int[] {2}))
                    .withMessageContaining("outside 0 … 1");
        }
    }

    @Test
    void aDatasetWithoutTrainingSamplesIsRefused() throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(home.resolve("d"), TINY)) {
            assertThatIllegalArgumentException().isThrownBy(writer::finish);
        }
    }

    @Test
    void aFolderThatLostBytesIsRefused() throws IOException {
        Path folder = tiny("tiny", 0, 1, 1).folder();
        Files.write(folder.resolve("train.values"), new byte[4]);

        assertThatThrownBy(() -> Dataset.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("fewer samples");
    }

    @Test
    void aFolderOfAnotherFormatVersionIsRefused() throws IOException {
        Path manifest = tiny("tiny", 0, 1).folder().resolve("dataset.json");
        Files.writeString(
                manifest, Files.readString(manifest).replace("\"formatVersion\" : 2", "\"formatVersion\" : 4"));

        assertThatThrownBy(() -> Dataset.open(manifest.getParent())).hasMessageContaining("format version 4");
    }

    /** Sample i is the bytes i and 204. */
    private Dataset tiny(String name, int... labels) throws IOException {
        Path folder = home.resolve(name);
        try (DatasetWriter writer = DatasetWriter.create(folder, TINY)) {
            for (int i = 0; i < labels.length; i++) {
                writer.add(Split.TRAIN, new byte[] {(byte) i, (byte) 204}, new int[] {labels[i]});
            }
            writer.finish();
        }
        return Dataset.open(folder);
    }
}
