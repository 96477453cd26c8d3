package dev.latent.run.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.dataset.ValueType;
import dev.latent.measure.CalibrationRows;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionTests {
    private static final SampleShape TABLE = SampleShape.of(2);
    private static final SampleShape PICTURE = new SampleShape.Image(1, 8, 8);

    @TempDir
    Path folder;

    /** @param training rows of train and validation @param held rows not trained on, or those that folds divide */
    @ParameterizedTest
    @CsvSource({
        "table,   18,    2,    train+validation, cross-fitted, 20,    20",
        "table,   160,   20,   train+validation, cross-fitted, 180,   180",
        "table,   160,   20,   train,            cross-fitted, 160,   160",
        "table,   600,   220,  train,            validation,   600,   220",
        "table,   4900,  100,  train+validation, held-back,    4500,  500",
        "table,   20000, 4000, train+validation, held-back,    22000, 2000",
        "table,   20000, 4000, train,            validation,   20000, 2000",
        "picture, 18,    2,    train+validation, held-back,    16,    4",
        "picture, 18,    2,    train,            validation,   18,    2",
        "picture, 40,    1,    train,            held-back,    32,    8",
        "picture, 450,   50,   train+validation, held-back,    400,   100",
        "picture, 1500,  300,  train+validation, held-back,    1600,  200",
        "picture, 2700,  300,  train+validation, held-back,    2700,  300"
    })
    void everySizeHasRowsThatWereNotTrainedOn(
            String kind, int train, int validation, String trainOn, String rows, int training, int held)
            throws IOException {
        try (Dataset dataset = dataset(kind.equals("table") ? TABLE : PICTURE, train, validation, 0)) {
            Division division = Division.of(dataset, TrainOn.of(trainOn), false);

            assertThat(division.rows()).isEqualTo(CalibrationRows.of(rows));
            assertThat(division.training().count()).isEqualTo(training);
            assertThat(division.calibrating().count()).isEqualTo(held);
            if (division.rows() != CalibrationRows.CROSS_FITTED) {
                assertThat(contents(division.training())).doesNotContainAnyElementsOf(contents(division.calibrating()));
            }
        }
    }

    @Test
    void aRowThatWasTrainedOnIsNoValidationRow() throws IOException {
        DatasetLayout layout = new DatasetLayout("copies", PICTURE, null, ValueType.FLOAT32, "test");
        try (DatasetWriter writer = DatasetWriter.create(folder.resolve("copies"), layout)) {
            writer.add(Split.TRAIN, values(PICTURE, 0, 10), null);
            writer.add(Split.VALIDATION, values(PICTURE, 8, 10), null);
            writer.finish();
        }
        try (Dataset dataset = Dataset.open(folder.resolve("copies"))) {
            Division division = Division.of(dataset, TrainOn.TRAIN, false);

            assertThat(division.calibrating().count()).isEqualTo(8);
            assertThat(contents(division.training())).doesNotContainAnyElementsOf(contents(division.calibrating()));
        }
    }

    @Test
    void weightsThatMayKnowAllRowsLeaveTheTestSplit() throws IOException {
        try (Dataset dataset = dataset(TABLE, 100, 10, 30)) {
            Division division = Division.of(dataset, TrainOn.TRAIN_AND_VALIDATION, true);

            assertThat(division.rows()).isEqualTo(CalibrationRows.TEST);
            assertThat(division.training().count()).isEqualTo(110);
            assertThat(division.calibrating().count()).isEqualTo(30);
        }
    }

    @ParameterizedTest
    @CsvSource({"table, 1, false", "picture, 1, false", "table, 50, true"})
    void whereNothingIsLeftThereIsNothingToLearnAThresholdOn(String kind, int train, boolean startKnowsMore)
            throws IOException {
        try (Dataset dataset = dataset(kind.equals("table") ? TABLE : PICTURE, train, 0, 0)) {
            Division division = Division.of(dataset, TrainOn.TRAIN_AND_VALIDATION, startKnowsMore);

            assertThat(division.rows()).isNull();
            assertThat(division.training().count()).isEqualTo(train);
        }
    }

    private Dataset dataset(SampleShape shape, int train, int validation, int test) throws IOException {
        DatasetLayout layout = new DatasetLayout("rows", shape, null, ValueType.FLOAT32, "test");
        Path target = folder.resolve("rows");
        try (DatasetWriter writer = DatasetWriter.create(target, layout)) {
            writer.add(Split.TRAIN, values(shape, 0, train), null);
            writer.add(Split.VALIDATION, values(shape, train, validation), null);
            writer.add(Split.TEST, values(shape, train + validation, test), null);
            writer.finish();
        }
        return Dataset.open(target);
    }

    /** Rows that differ: each holds its number. */
    private static float[] values(SampleShape shape, int from, int count) {
        float[] values = new float[count * shape.size()];
        for (int i = 0; i < count; i++) {
            Arrays.fill(values, i * shape.size(), (i + 1) * shape.size(), (from + i) / 65536f);
        }
        return values;
    }

    private static Set<Float> contents(SampleSource rows) {
        Set<Float> contents = new HashSet<>();
        float[] row = new float[rows.shape().size()];
        for (int i = 0; i < rows.count(); i++) {
            rows.copy(i, row, 0);
            contents.add(row[0]);
        }
        return contents;
    }
}
