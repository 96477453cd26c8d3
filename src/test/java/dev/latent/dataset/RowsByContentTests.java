package dev.latent.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsByContentTests {
    @TempDir
    Path folder;

    private int written;

    @Test
    void aPartIsTheSameRowsInWhateverOrderTheyCome() throws IOException {
        double[] ascending = IntStream.range(0, 200).asDoubleStream().toArray();
        double[] descending = IntStream.range(0, 200).mapToDouble(i -> 199 - i).toArray();

        assertThat(values(rows(ascending), RowsByContent.of(rows(ascending)).part(20)))
                .hasSize(20)
                .isEqualTo(values(
                        rows(descending), RowsByContent.of(rows(descending)).part(20)));
    }

    @Test
    void aPartIsSpreadOverTheRows() throws IOException {
        SampleSource rows = rows(IntStream.range(0, 1000).asDoubleStream().toArray());

        int[] part = RowsByContent.of(rows).part(100);

        assertThat(part).hasSize(100);
        assertThat(IntStream.of(part).average().orElseThrow()).isBetween(400.0, 600.0);
    }

    @Test
    void equalRowsAreNeverParted() throws IOException {
        SampleSource rows =
                rows(IntStream.range(0, 300).mapToDouble(i -> i % 30).toArray());
        RowsByContent all = RowsByContent.of(rows);

        int[] part = all.part(45);

        assertThat(part).hasSize(50);
        assertThat(values(rows, part)).doesNotContainAnyElementsOf(values(rows, all.without(part)));
    }

    @Test
    void whatIsAllTheSameHasNoPart() throws IOException {
        assertThat(RowsByContent.of(rows(new double[] {7, 7, 7, 7})).part(1)).isEmpty();
    }

    @Test
    void everyRowIsInOneFold() throws IOException {
        List<int[]> folds = RowsByContent.of(
                        rows(IntStream.range(0, 18).asDoubleStream().toArray()))
                .folds(5);

        assertThat(folds).hasSize(5).allSatisfy(fold -> assertThat(fold).hasSizeBetween(3, 4));
        assertThat(folds.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                .containsExactly(IntStream.range(0, 18).toArray());
    }

    @Test
    void thereAreNoMoreFoldsThanDifferentRows() throws IOException {
        assertThat(RowsByContent.of(rows(new double[] {1, 2, 1, 2, 1})).folds(5))
                .hasSize(2);
    }

    @Test
    void rowsThatAreAmongOthersAreLeftOut() throws IOException {
        SampleSource rows = rows(new double[] {1, 2, 3, 5, 3, 4, 1});
        RowsByContent known = RowsByContent.of(rows.only(new int[] {0, 1, 2}));

        assertThat(RowsByContent.of(rows.only(new int[] {3, 4, 5, 6})).notAmong(known, 10))
                .containsExactly(0, 2);
    }

    @Test
    void picturesAreToldApartByTheirBytes() throws IOException {
        DatasetLayout layout =
                new DatasetLayout("pictures", new SampleShape.Image(1, 1, 2), null, ValueType.UINT8, "test");
        try (DatasetWriter writer = DatasetWriter.create(folder.resolve("pictures"), layout)) {
            writer.add(Split.TRAIN, new byte[] {1, 2, 2, 1, 1, 2}, null);
            writer.add(Split.VALIDATION, new byte[] {2, 1, 9, 9}, null);
            writer.finish();
        }
        try (Dataset dataset = Dataset.open(folder.resolve("pictures"))) {
            RowsByContent train = RowsByContent.of(dataset.split(Split.TRAIN));

            assertThat(train.folds(5)).containsExactlyInAnyOrder(new int[] {0, 2}, new int[] {1});
            assertThat(RowsByContent.of(dataset.split(Split.VALIDATION)).notAmong(train, 10))
                    .containsExactly(1);
        }
    }

    private static Set<Float> values(SampleSource rows, int[] indices) {
        float[] values = rows.select(indices).values();
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).collect(Collectors.toSet());
    }

    /** Of one column. */
    private SampleSource rows(double[] values) throws IOException {
        Path target = folder.resolve("rows-" + written++);
        DatasetLayout layout = new DatasetLayout("rows", SampleShape.of(1), null, ValueType.FLOAT32, "test");
        try (DatasetWriter writer = DatasetWriter.create(target, layout)) {
            float[] all = new float[values.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = (float) values[i];
            }
            writer.add(Split.TRAIN, all, null);
            writer.add(Split.VALIDATION, new float[] {-1}, null);
            writer.finish();
        }
        return Dataset.open(target).split(Split.TRAIN);
    }
}
