package dev.latent.dataset.source.npy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.NpyBytes;
import dev.latent.dataset.source.TestImport;
import dev.latent.dataset.source.Zips;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.dataset.source.reading.ImportOptions.Windows;
import dev.latent.image.PixelTransform;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Table;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyFormatTests {
    @TempDir
    Path home;

    @Test
    void anArchiveLikeThatOfKerasBecomesItsSplits() throws IOException {
        byte[] npz = new Zips()
                .file("x_train.npy", NpyBytes.of("|u1", "(6, 2, 2)", counting(24)))
                .file("y_train.npy", NpyBytes.longs("(6,)", 3, 7, 3, 7, 3, 7))
                .file("x_test.npy", NpyBytes.of("|u1", "(1, 2, 2)", counting(4)))
                .file("y_test.npy", NpyBytes.longs("(1,)", 7))
                .bytes();

        Dataset dataset = new TestImport(home).file("mnist.npz", npz).prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Image(1, 2, 2));
        assertThat(dataset.description().classes()).containsExactly("3", "7");
        assertThat(dataset.description().counts())
                .containsEntry(Split.TRAIN, 5)
                .containsEntry(Split.VALIDATION, 1)
                .containsEntry(Split.TEST, 1);
        assertThat(dataset.split(Split.TEST).label(0)).isEqualTo(1);
        assertThat(dataset.split(Split.TRAIN).bytes()).isTrue();
    }

    @Test
    void channelsMayComeLast() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.of("|u1", "(1, 2, 2, 3)", counting(12)))
                .prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Image(3, 2, 2));
        assertThat(dataset.split(Split.TRAIN).range(0, 1).values()[1]).isEqualTo(3 / 255f);
    }

    @Test
    void floatPixelsStayFloats() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.floats("(1, 1, 1, 2)", 0.123456f, 1))
                .prepared();

        assertThat(dataset.split(Split.TRAIN).bytes()).isFalse();
        assertThat(dataset.split(Split.TRAIN).range(0, 1).values()).containsExactly(0.123456f, 1);
    }

    @Test
    void aValueRangeIsBroughtToPixels() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.floats("(1, 1, 1, 3)", -1, 0, 1))
                .options(new ImportOptions(new PixelTransform(null, null), null, null, new ValueRange(-1, 1)))
                .prepared();

        assertThat(dataset.split(Split.TRAIN).range(0, 1).values()).containsExactly(0, 0.5f, 1);
    }

    @Test
    void twoDimensionsAreVectorsOfAnyNumbers() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.longs("(2, 2)", -5, 6, 7, 8))
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(1, 1).differences()).containsExactly(7, 8);
    }

    @Test
    void fortranOrderIsRead() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.fortran("<f8", "(3, 2)", NpyBytes.doubles(1, 2, 3, 10, 20, 30)))
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(0, 3).differences()).containsExactly(1, 10, 2, 20, 3, 30);
    }

    @Test
    void imagesInFortranOrderAreRead() throws IOException {
        // The pixel at (row, column) of image n is 100n + 10 row + column.
        byte[] data = {0, 100, 10, 110, 1, 101, 11, 111, 2, 102, 12, 112};
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.fortran("|u1", "(2, 2, 3)", data))
                .prepared();

        byte[] pixels = new byte[6];
        dataset.split(Split.TRAIN).copyBytes(new int[] {1}, ByteBuffer.wrap(pixels));
        assertThat(pixels).containsExactly(100, 101, 102, 110, 111, 112);
    }

    @ParameterizedTest
    @CsvSource({
        "<f2, 003C00C0, 1, -2",
        "<f2, 01000080, 5.960464477539063E-8, -0.0",
        ">f2, 7BFF3555, 65504, 0.333251953125",
        "|b1, 0001, 0, 1",
        "<u2, FFFF0100, 65535, 1",
        "<u4, FFFFFFFF01000000, 4294967295, 1",
        ">i4, FFFFFFFE00000007, -2, 7",
        "|i1, FE07, -2, 7"
    })
    void everyTypeOfNumberIsRead(String type, String hex, double first, double second) throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.of(type, "(2, 1)", HexFormat.of().parseHex(hex)))
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(0, 2).differences()).containsExactly(first, second);
    }

    @Test
    void wholeNumbersThatDoublesRoundKeepTheirDifferences() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.longs("(3, 1)", (1L << 60) + 1, (1L << 60) + 2, (1L << 60) + 4))
                .prepared();

        Table table = dataset.split(Split.TRAIN).table(0, 3);
        assertThat(table.exact(0)).isEqualByComparingTo("1152921504606846977");
        assertThat(table.exact(2)).isEqualByComparingTo("1152921504606846980");
    }

    @Test
    void unsignedNumbersBeyondLongsAreRead() throws IOException {
        Dataset dataset = new TestImport(home)
                .file(
                        "train.npy",
                        NpyBytes.of("<u8", "(2, 1)", HexFormat.of().parseHex("FFFFFFFFFFFFFFFFFEFFFFFFFFFFFFFF")))
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(0, 2).exact(0)).isEqualByComparingTo("18446744073709551615");
        assertThat(dataset.split(Split.TRAIN).table(0, 2).exact(1)).isEqualByComparingTo("18446744073709551614");
    }

    @Test
    void trueIsWhite() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.of("|b1", "(1, 1, 2)", new byte[] {0, 1}))
                .prepared();

        assertThat(dataset.split(Split.TRAIN).range(0, 1).values()).containsExactly(0, 1);
    }

    @Test
    void wholePixelsNeedTheirRange() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.npy", NpyBytes.longs("(1, 1, 2)", 0, 51))
                .options(new ImportOptions(new PixelTransform(null, null), null, null, new ValueRange(0, 255)))
                .prepared();

        assertThat(dataset.split(Split.TRAIN).range(0, 1).values()).containsExactly(0, 0.2f);
    }

    @Test
    void arraysToTestOnMayBeWithoutLabels() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("x_train.npy", NpyBytes.floats("(3, 1)", 1, 2, 3))
                .file("y_train.npy", NpyBytes.longs("(3,)", 0, 1, 0))
                .file("x_test.npy", NpyBytes.floats("(1, 1)", 4))
                .prepared();

        assertThat(dataset.split(Split.TEST).labelled()).isFalse();
        assertThat(dataset.split(Split.TEST).count()).isEqualTo(1);
    }

    @Test
    void labelsWithoutSamplesAreRefused() {
        new TestImport(home)
                .file("x_train.npy", NpyBytes.floats("(3, 1)", 1, 2, 3))
                .file("y_train.npy", NpyBytes.longs("(3,)", 0, 1, 0))
                .file("y_test.npy", NpyBytes.longs("(1,)", 0))
                .assertRefused("y_test.npy: these are labels, but their samples are missing");
    }

    @Test
    void aLonePairIsDataWhateverItsNamesContain() throws IOException {
        float[] values = new float[200];
        long[] labels = new long[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
            labels[i] = i % 2;
        }

        Dataset dataset = new TestImport(home)
                .file("test-bench.npy", NpyBytes.floats("(200, 1)", values))
                .file("test-bench-labels.npy", NpyBytes.longs("(200,)", labels))
                .prepared();

        assertThat(dataset.description().count(Split.TRAIN)).isBetween(130, 180);
        assertThat(dataset.split(Split.TEST).labelled()).isTrue();
    }

    @Test
    void aSeriesIsCutIntoWindows() throws IOException {
        float[] series = new float[50];
        for (int i = 0; i < series.length; i++) {
            series[i] = i;
        }

        Dataset dataset = new TestImport(home)
                .file("series.npy", NpyBytes.floats("(50,)", series))
                .options(new ImportOptions(new PixelTransform(null, null), null, new Windows(5, 5), null))
                .prepared();

        assertThat(dataset.description().counts())
                .containsEntry(Split.TRAIN, 8)
                .containsEntry(Split.VALIDATION, 1)
                .containsEntry(Split.TEST, 1);
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()).containsExactly(45, 46, 47, 48, 49);
    }

    @Test
    void objectsAreRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.of("|O", "(2, 2)", new byte[32]))
                .assertRefused("train.npy: arrays of type '|O' are not taken (objects never are)");
    }

    @Test
    void aHeaderThatLiesAboutItsShapeIsRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.floats("(1000000, 2)", 1, 2, 3))
                .assertRefused("train.npy: the header announces 2000000 values, the file ends after 3");
    }

    @Test
    void valuesAfterTheEndAreRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.floats("(1, 2)", 1, 2, 3))
                .assertRefused("train.npy: the file goes on after the 2 values");
    }

    @Test
    void aSampleThatIsTooLargeIsRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.floats("(1, 40000, 40000)", 1))
                .assertTooLarge("a sample has 1600000000 values");
    }

    @Test
    void dimensionsThatOverflowAreRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.floats("(1, 2000000000, 2000000000, 2000000000)", 1))
                .assertRefused("train.npy: the header says that the shape is");
    }

    @Test
    void valuesThatAreNotFiniteAreRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.floats("(2, 2)", 1, 2, 3, Float.NaN))
                .assertRefused("train.npy: value 1 of entry 1 is no finite number");
    }

    @Test
    void pixelsOutsideTheirRangeAreRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.floats("(1, 1, 2)", 1, 255))
                .assertRefused("train.npy: a pixel is 255.0, outside [0.0, 1.0]");
    }

    @Test
    void pixelsOfOtherIntegersAreRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.longs("(1, 1, 2)", 1, 2))
                .assertRefused("train.npy: pixels are uint8, bool or floats; for those of type i8 say with valueRange");
    }

    @Test
    void fiveDimensionsAreRefused() {
        new TestImport(home)
                .file("train.npy", NpyBytes.floats("(1, 1, 1, 1, 1)", 1))
                .assertRefused("[n, c, h, w]");
    }

    @Test
    void anEmptyArrayIsRefused() {
        new TestImport(home).file("train.npy", NpyBytes.floats("(0, 2)")).assertRefused("holds no samples");
    }

    @Test
    void fewerLabelsThanSamplesAreRefused() {
        new TestImport(home)
                .file("x.npy", NpyBytes.floats("(2, 1)", 1, 2))
                .file("y.npy", NpyBytes.longs("(1,)", 1))
                .assertRefused("y.npy: 1 labels for 2 samples");
    }

    @Test
    void labelsBetweenNumbersAreRefused() {
        new TestImport(home)
                .file("x.npy", NpyBytes.floats("(1, 1)", 1))
                .file("y.npy", NpyBytes.floats("(1,)", 0.5f))
                .assertRefused("y.npy: label 0 is 0.5, no whole number");
    }

    @Test
    void labelsOfTwoDimensionsAreRefused() {
        new TestImport(home)
                .file("x.npy", NpyBytes.floats("(1, 1)", 1))
                .file("y.npy", NpyBytes.floats("(1, 10)", new float[10]))
                .assertRefused("y.npy: labels are an array [n]");
    }

    private static byte[] counting(int count) {
        byte[] values = new byte[count];
        for (int i = 0; i < count; i++) {
            values[i] = (byte) i;
        }
        return values;
    }
}
