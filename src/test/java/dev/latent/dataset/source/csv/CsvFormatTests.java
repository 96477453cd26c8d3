package dev.latent.dataset.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.TestImport;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.dataset.source.reading.ImportOptions.Windows;
import dev.latent.exchange.csv.CsvHints;
import dev.latent.image.PixelTransform;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class CsvFormatTests {
    @TempDir
    Path home;

    @Test
    void rowsAreVectorsInTheirOwnUnits() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "height,weight", "180.5,80", "170,60", "-1e2,70")
                .text("test.csv", "height,weight", "160,50")
                .prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Vector(2));
        assertThat(dataset.split(Split.TRAIN).table(0, 3).differences()).containsExactly(180.5, 80, 170, 60, -100, 70);
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()).containsExactly(160, 50);
        assertThat(dataset.description().columns().mean(1)).isEqualTo(70);
    }

    @Test
    void theLabelColumnNamesTheClasses() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "x,kind,y", "1,rose,2", "3,iris,4")
                .options(labels("kind"))
                .prepared();

        assertThat(dataset.description().classes()).containsExactly("iris", "rose");
        assertThat(dataset.split(Split.TRAIN).label(0)).isEqualTo(1);
        assertThat(dataset.split(Split.TRAIN).table(0, 1).differences()).containsExactly(1, 2);
    }

    @Test
    void aColumnNamedLabelIsTheLabelColumn() throws IOException {
        Dataset dataset =
                new TestImport(home).text("train.csv", "x,label", "1,0", "2,1").prepared();

        assertThat(dataset.description().classes()).containsExactly("0", "1");
    }

    @Test
    void oneFileIsSplitByContent() throws IOException {
        DatasetDescription dataset =
                new TestImport(home).text("data.csv", rows(500)).prepared().description();

        assertThat(dataset.count(Split.TRAIN)).isBetween(360, 440);
        assertThat(dataset.count(Split.VALIDATION)).isBetween(25, 80);
        assertThat(dataset.count(Split.TEST)).isBetween(25, 80);
    }

    @Test
    void equalRowsAreKept() throws IOException {
        assertThat(new TestImport(home)
                                .text("data.csv", "x", "5", "5", "5", "7", "7", "8", "9", "10")
                                .prepared()
                                .description()
                                .counts()
                                .values()
                                .stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .isEqualTo(8);
    }

    @Test
    void semicolonsTabsQuotesAndByteOrderMarksAreUnderstood() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "\uFEFFa;\"b\"", "1 ; \"2\"", "", "3;4")
                .text("test.csv", "a\tb", "5\t6")
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(0, 2).differences()).containsExactly(1, 2, 3, 4);
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()).containsExactly(5, 6);
    }

    @Test
    void aSeriesIsCutIntoWindowsThatStayInTheirPartOfTime() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("series.csv", rows(100))
                .options(windows(4, 2))
                .prepared();

        assertThat(dataset.description().shape()).isEqualTo(new SampleShape.Vector(8));
        assertThat(dataset.description().counts())
                .containsEntry(Split.TRAIN, 39)
                .containsEntry(Split.VALIDATION, 4)
                .containsEntry(Split.TEST, 4);
        assertThat(dataset.split(Split.TRAIN).table(1, 1).differences()).containsExactly(2, 4, 3, 6, 4, 8, 5, 10);
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()[0]).isEqualTo(90);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b;1,2,3       | train.csv: line 2 has 3 fields, the header has 2",
                "a,b;1,2;3       | train.csv: line 3 has 1 fields, the header has 2",
                "a,b;1,2;1,abc   | train.csv: line 3, column b: 'abc' is no finite number",
                "a,b;1,2;x,y;3,4 | train.csv: line 3, column a: 'x' is no finite number",
                "a,b;1,Infinity  | column b: 'Infinity' is no finite number",
                "a,b;1,2f        | line 2, column b: '2f' is no finite number",
                "a,b;1d,2        | line 2, column a: '1d' is no finite number",
                "a,b;1,0x1p3     | line 2, column b: '0x1p3' is no finite number",
                "a,b;1,1e999     | column b: '1e999' is no finite number",
                "a,label;1,      | line 2 has no label",
                "label;x         | there is no column of numbers",
                "1,2;3,4         | the first line must name the columns",
                "a,a;3,4         | duplicate name",
                "a,b             | there is no row below the header"
            },
            quoteCharacter = '`')
    void aBadTableIsRefused(String lines, String message) {
        new TestImport(home).text("train.csv", lines.split(";")).assertRefused(message);
    }

    @Test
    void anEmptyFileIsRefused() {
        new TestImport(home).text("train.csv", "").assertRefused("train.csv: the file is empty");
    }

    @Test
    void aMissingLabelColumnIsRefused() {
        new TestImport(home)
                .text("train.csv", "a", "1")
                .options(labels("kind"))
                .assertRefused("there is no column 'kind'");
    }

    @Test
    void otherColumnsInTheTestFileAreRefused() {
        new TestImport(home)
                .text("train.csv", "a", "1")
                .text("test.csv", "b", "1")
                .assertRefused("test.csv: its columns are not those to train on: it lacks 'a' and it has also 'b'");
    }

    @Test
    void aTestLabelThatWasNeverTrainedIsRefused() {
        new TestImport(home)
                .text("train.csv", "a,label", "1,x")
                .text("test.csv", "a,label", "1,y")
                .assertRefused("test.csv: label y is not among");
    }

    @Test
    void columnsAreCalledAsInTheFileAndFoundByTheirNames() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "a,b", "1,20", "2,30")
                .text("test.csv", "b,a", "40,3")
                .prepared();

        assertThat(dataset.description().columns().names()).containsExactly("a", "b");
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()).containsExactly(3, 40);
    }

    @Test
    void rowsToTestOnMayBeWithoutLabels() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "Label,p", "x,1", "y,2")
                .text("test.csv", "p", "3")
                .prepared();

        assertThat(dataset.split(Split.TRAIN).labelled()).isTrue();
        assertThat(dataset.split(Split.TEST).labelled()).isFalse();
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()).containsExactly(3);
        assertThat(dataset.description().classBalance()).doesNotContainKey(Split.TEST);
    }

    @Test
    void rowsForValidationMayNot() {
        new TestImport(home)
                .text("train.csv", "label,p", "x,1", "y,2")
                .text("validation.csv", "p", "3")
                .assertRefused("validation.csv: it has no column 'label'", "only rows to test on may lack it");
    }

    @ParameterizedTest
    @CsvSource({"label", "Label", "CLASS", "Target"})
    void whatIsUsuallyCalledTheLabelIsTaken(String name) throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "a," + name, "1,x", "2,y")
                .prepared();

        assertThat(dataset.description().labelColumn()).isEqualTo(name);
        assertThat(dataset.description().classes()).containsExactly("x", "y");
    }

    @Test
    void anEmptyLabelColumnMeansThatThereIsNone() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "a,target", "1,2.5", "2,3.5")
                .options(labels(""))
                .prepared();

        assertThat(dataset.description().columns().names()).containsExactly("a", "target");
        assertThat(dataset.description().classes()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"sensor-test-bench.csv", "validation.csv", "my-train-set-2.csv", "dev.csv"})
    void aLoneFileIsDataWhateverItsNameContains(String name) throws IOException {
        DatasetDescription dataset =
                new TestImport(home).text(name, rows(500)).prepared().description();

        assertThat(dataset.count(Split.TRAIN)).isBetween(360, 440);
        assertThat(dataset.count(Split.TEST)).isBetween(25, 80);
    }

    @Test
    void decimalCommasAreRecognized() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "a;b", "1,25;1.234,5", "-0,5;2")
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(0, 2).differences()).containsExactly(1.25, 1234.5, -0.5, 2);
    }

    @Test
    void thousandsAreRecognizedWhereThereIsNoDoubt() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "a,b", "\"1,234.5\",\"1,234,567\"", "2,3")
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(0, 1).differences()).containsExactly(1234.5, 1234567);
    }

    @Test
    void aNumberThatMayBeTwoIsRefusedUnlessItIsSaidWhichItIs() throws IOException {
        TestImport upload = new TestImport(home).text("train.csv", "a;b", "1,234;5", "2;3");

        upload.assertRefused("line 2, column a: '1,234' may be 1234 or 1.234; say which with decimal=");
        assertThat(upload.options(decimal(','))
                        .prepared()
                        .split(Split.TRAIN)
                        .table(0, 1)
                        .differences())
                .containsExactly(1.234, 5);
    }

    @Test
    void numbersInBothNotationsAreRefused() {
        new TestImport(home)
                .text("train.csv", "a;b", "1,25;1", "1;2.5")
                .assertRefused(
                        "numbers are written as '1,25' (line 2, column 1) and as '2.5' (line 3, column 2); say with decimal=");
    }

    @Test
    void rowNumbersWithoutANameAreLeftOut() throws IOException {
        Dataset dataset =
                new TestImport(home).text("train.csv", ",a,b", "7,1,2", "8,5,6").prepared();

        assertThat(dataset.description().columns().names()).containsExactly("a", "b");
        assertThat(dataset.split(Split.TRAIN).table(0, 2).differences()).containsExactly(1, 2, 5, 6);
    }

    @Test
    void aFirstColumnWithoutANameThatHoldsNoRowNumbersIsRefused() {
        new TestImport(home)
                .text("train.csv", ",a", "0.5,1", "0.7,2")
                .assertRefused("line 2: the first column has no name, and '0.5' is not the next row number");
    }

    @Test
    void separatorsAtTheEndsOfLinesAreIgnored() throws IOException {
        Dataset dataset =
                new TestImport(home).text("train.csv", "a,b,", "1,2,", "3,4,").prepared();

        assertThat(dataset.description().columns().names()).containsExactly("a", "b");
    }

    @Test
    void textInUtf16IsRead() throws IOException {
        Dataset dataset = new TestImport(home)
                .file("train.csv", "\uFEFFgröße\n1\n2\n".getBytes(java.nio.charset.StandardCharsets.UTF_16LE))
                .prepared();

        assertThat(dataset.description().columns().names()).containsExactly("größe");
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000, 1700000010, 1700000020",
        "8.54321001, 8.54321002, 8.54321003",
        "9007199254740993, 9007199254740994, 9007199254740995",
        "1e39, 2e39, 3e39"
    })
    void smallDifferencesOfLargeNumbersAreKept(String low, String middle, String high) throws IOException {
        SampleSource rows = new TestImport(home)
                .text("train.csv", "a", low, middle, high)
                .prepared()
                .split(Split.TRAIN);

        assertThat(rows.range(1, 1).values()[0]).isCloseTo(0, within(1e-3f));
        assertThat(rows.range(0, 1).values()[0]).isCloseTo(-1, within(0.5f));
    }

    @ParameterizedTest
    @CsvSource({
        "9007199254740993, 9007199254740995, 9007199254740996",
        "-9007199254740993, -9007199254740995, -9007199254740996",
        "1700000000123456789, 1700000000123456790, 1700000000123456799",
        "123456789012345678901234567890, 123456789012345678901234567891, 123456789012345678901234567899",
        "1700000000.123456789, 1700000000.123456790, 1700000000.123456799"
    })
    void numbersThatDoublesRoundKeepTheirDigits(String low, String middle, String high) throws IOException {
        Table table = new TestImport(home)
                .text("train.csv", "a", low, middle, high)
                .prepared()
                .split(Split.TRAIN)
                .table(0, 2);

        assertThat(table.exact(0)).isEqualByComparingTo(low);
        assertThat(table.exact(1)).isEqualByComparingTo(middle);
    }

    @Test
    void oneLargeNumberTakesNoDigitsFromSmallOnes() throws IOException {
        Table table = new TestImport(home)
                .text("train.csv", "a", "1152921504606846977", "1", "2", "3", "1e39", "0.5")
                .prepared()
                .split(Split.TRAIN)
                .table(0, 5);

        assertThat(table.number(1)).isEqualTo(1);
        assertThat(table.number(2)).isEqualTo(2);
        assertThat(table.number(4)).isEqualTo(1e39);
    }

    @Test
    void numbersOfOrdinaryTablesAreStoredAsTheyAre() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "a,b", "0.12345678901234567,16777217", "0.9876543210987654,16777219", "0.1,1")
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(0, 2).differences())
                .containsExactly(0.12345678901234567, 16777217, 0.9876543210987654, 16777219);
    }

    @Test
    void theSplitOfARowDependsOnNothingButItsNumbers() throws IOException {
        String[] ids = IntStream.range(0, 300)
                .mapToObj(i -> String.valueOf((1L << 60) + 7L * i))
                .toArray(String[]::new);
        Dataset all = imported("all", ids);
        Dataset rest = imported("rest", Arrays.copyOfRange(ids, 100, 300));

        assertThat(numbers(rest, Split.TEST)).isNotEmpty().allMatch(numbers(all, Split.TEST)::contains);
    }

    private Dataset imported(String folder, String... ids) throws IOException {
        return new TestImport(home.resolve(folder))
                .text("data.csv", Stream.concat(Stream.of("id"), Stream.of(ids)).toArray(String[]::new))
                .prepared();
    }

    private static List<String> numbers(Dataset dataset, Split split) {
        Table table = dataset.split(split).table(0, dataset.split(split).count());
        return IntStream.range(0, table.count())
                .mapToObj(i -> table.exact(i).toBigInteger().toString())
                .toList();
    }

    @Test
    void aTargetOfFractionsIsAColumnOfNumbers() throws IOException {
        TestImport upload = new TestImport(home).text("train.csv", "a,target", "1,2.5", "2,3.5", "3,4.25");

        assertThat(upload.report().notes()).anyMatch(note -> note.startsWith("'target' holds numbers"));
        assertThat(Dataset.open(home.resolve("prepared").resolve("test"))
                        .description()
                        .columns()
                        .names())
                .containsExactly("a", "target");
    }

    @Test
    void twoColumnsThatMayBeTheLabelsAreRefused() {
        new TestImport(home)
                .text("train.csv", "a,Label,class", "1,2,3")
                .assertRefused("the classes may be in 'Label', 'class'; say with labelColumn in which");
    }

    @Test
    void columnsOfAWindowAreNamedByTheirRow() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("series.csv", rows(100))
                .options(windows(2, 2))
                .prepared();

        assertThat(dataset.description().columns().names()).containsExactly("t[0]", "v[0]", "t[1]", "v[1]");
    }

    @Test
    void severalFilesThatNameNoSplitAreRefused() {
        new TestImport(home)
                .text("one.csv", "a", "1")
                .text("two.csv", "a", "1")
                .assertRefused("two.csv", "one.csv is for the same split");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        new TestImport(home)
                .file("train.csv", new byte[] {'a', '\n', (byte) 0xFF, (byte) 0xFE, '\n'})
                .assertRefused("train.csv: this is no text in UTF-8");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        new TestImport(home)
                .text("train.csv", "a", "\"" + "1\n".repeat(3 << 20))
                .assertTooLarge("train.csv: a line is longer than");
    }

    @Test
    void aQuoteWithoutEndIsRefused() {
        new TestImport(home).text("train.csv", "a", "\"1").assertRefused("train.csv: the CSV can't be read");
    }

    @Test
    void moreLabelsThanClassesAreRefused() {
        String[] lines = Stream.concat(
                        Stream.of("a,label"), IntStream.range(0, 30).mapToObj(i -> i + "," + i))
                .toArray(String[]::new);

        new TestImport(home)
                .text("train.csv", lines)
                .limits(new ImportLimits(DataSize.ofMegabytes(1), 9, DataSize.ofMegabytes(1), 100, 100, 10))
                .assertTooLarge("more than 10 different values");
    }

    @Test
    void aWindowThatIsLongerThanTheSeriesIsRefused() {
        new TestImport(home)
                .text("series.csv", rows(20))
                .options(windows(50, 1))
                .assertRefused("window is 50, but series.csv has only 16 rows to train on, of 20");
    }

    @Test
    void aWindowThatIsTooLongIsRefused() {
        new TestImport(home)
                .text("series.csv", rows(20))
                .options(windows(1 << 20, 1))
                .assertTooLarge("series.csv: a sample has 2097152 values");
    }

    @Test
    void aWindowThatIsLongerThanTheTrainingFileIsRefused() {
        new TestImport(home)
                .text("train.csv", rows(20))
                .text("test.csv", rows(100))
                .options(windows(21, 1))
                .assertRefused("window is 21, but train.csv has only 20 rows to train on");
    }

    @Test
    void aWindowAsLongAsTheTrainingRowsIsTaken() throws IOException {
        assertThat(new TestImport(home)
                        .text("series.csv", rows(20))
                        .options(windows(16, 1))
                        .prepared()
                        .description()
                        .shape())
                .isEqualTo(new SampleShape.Vector(32));
    }

    /** The rows i, 2i. */
    private static String[] rows(int count) {
        return Stream.concat(Stream.of("t,v"), IntStream.range(0, count).mapToObj(i -> i + "," + 2 * i))
                .toArray(String[]::new);
    }

    private static ImportOptions decimal(char sign) {
        return csv(new CsvHints(null, sign, null, null));
    }

    private static ImportOptions labels(String column) {
        return new ImportOptions(new PixelTransform(null, null), column, null, null);
    }

    private static ImportOptions windows(int length, int stride) {
        return new ImportOptions(new PixelTransform(null, null), null, new Windows(length, stride), null);
    }

    private static ImportOptions csv(CsvHints hints) {
        return new ImportOptions(new PixelTransform(null, null), null, null, null, null, hints);
    }
}
