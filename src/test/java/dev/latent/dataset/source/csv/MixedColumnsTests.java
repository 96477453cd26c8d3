package dev.latent.dataset.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.dataset.source.TestImport;
import dev.latent.dataset.source.reading.ColumnType;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.exchange.csv.CsvHints;
import dev.latent.image.PixelTransform;
import dev.latent.sample.Derivation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with words, dates and gaps. */
class MixedColumnsTests {
    @TempDir
    Path home;

    @Test
    void eachCategoryIsAColumnAndOneMoreIsForThoseNeverSeen() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "press,flow", "a,1", "b,2", "a,3", "b,4")
                .text("test.csv", "press,flow", "c,5")
                .prepared();

        assertThat(dataset.description().columns().names())
                .containsExactly("press=a", "press=b", "press=(other)", "flow");
        assertThat(dataset.split(Split.TRAIN).table(0, 1).differences()).containsExactly(1, 0, 0, 1);
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()).containsExactly(0, 0, 1, 5);
        assertThat(dataset.description().columns().from(2)).isEqualTo(Derivation.other("press", List.of("a", "b")));
        assertThat(dataset.description().columns().standardDeviation(2))
                .as("what was never seen is ten deviations off")
                .isEqualTo(0.1);
    }

    @Test
    void whatIsMissingIsToldBesideAndTheMeanStandsInItsPlace() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "flow,heat", "1,10", ",20", "3,NA", "n/a,40")
                .text("test.csv", "flow,heat", ",30")
                .prepared();

        assertThat(dataset.description().columns().names())
                .containsExactly("flow", "flow=(missing)", "heat", "heat=(missing)");
        assertThat(dataset.split(Split.TRAIN).table(0, 2).differences()).containsExactly(1, 0, 10, 0, 2, 1, 20, 0);
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()).containsExactly(2, 1, 30, 0);
    }

    @Test
    void datesAreSecondsSince1970() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "at,v", "1970-01-02,1", "1970-01-01 00:01:00,2", "1970-01-01T00:00:01.5+00:00,3")
                .text("test.csv", "at,v", "02.01.1970 01:00,1")
                .prepared();

        assertThat(dataset.split(Split.TRAIN).table(0, 3).differences()).containsExactly(86400, 1, 60, 2, 1.5, 3);
        assertThat(dataset.split(Split.TEST).table(0, 1).differences()).containsExactly(90000, 1);
    }

    @Test
    void textsThatAreTooDifferentAreLeftOutAndThatIsSaid() throws IOException {
        TestImport files = new TestImport(home)
                .text("train.csv", "id,note,v", "r-a,fine,1", "r-b,fine,2", "r-c,not so fine,3", "r-d,loud,4")
                .text("test.csv", "id,note,v", "r-e,other,5");

        assertThat(files.report().notes())
                .anyMatch(note -> note.startsWith("'id' holds texts that are all different and is left out"))
                .anyMatch(note -> note.startsWith("'note' holds texts and is left out"));
    }

    @Test
    void theClientHasTheLastWordOnAColumnsType() throws IOException {
        Dataset dataset = new TestImport(home)
                .text("train.csv", "code,ts,v", "7,2024-01-01,1", "8,2024-01-02,2", "7,2024-01-03,3")
                .text("test.csv", "code,ts,v", "8,2024-01-04,4")
                .options(columns(Map.of("code", ColumnType.CATEGORY, "ts", ColumnType.IGNORE)))
                .prepared();

        assertThat(dataset.description().columns().names()).containsExactly("code=7", "code=8", "code=(other)", "v");
    }

    @Test
    void allFieldsThatAreNoNumbersAreToldAtOnce() {
        new TestImport(home)
                .text("train.csv", "a,b", "1,2", "x,3", "4,y", "5,6")
                .assertRefused("line 3, column a: 'x' is no finite number", "and 1 more that can't be taken");
    }

    @Test
    void aTypeThatDoesNotFitIsRefused() {
        new TestImport(home)
                .text("train.csv", "a,b", "1,2", "3,4")
                .options(columns(Map.of("a", ColumnType.DATE_TIME)))
                .assertRefused("column a holds what is no date");
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        new TestImport(home)
                .text("train.csv", "a,b", "1,2", "3,4")
                .options(columns(Map.of("c", ColumnType.CATEGORY)))
                .assertRefused("columns names 'c', but train.csv has, beside its labels, 'a', 'b'");
    }

    @Test
    void rowsOfWindowsAreNumbers() {
        new TestImport(home)
                .text("series.csv", "a,b", "1,2", "3,4")
                .options(new ImportOptions(
                        new PixelTransform(null, null),
                        null,
                        new ImportOptions.Windows(1, 1),
                        null,
                        null,
                        CsvHints.NONE,
                        Map.of("a", ColumnType.IGNORE)))
                .assertRefused("columns is for columns that have names");
        new TestImport(home)
                .text("series.csv", "a,b", "1,2", "3,")
                .options(new ImportOptions(new PixelTransform(null, null), null, new ImportOptions.Windows(1, 1), null))
                .assertRefused("series.csv: line 3, column b: '' is no finite number");
    }

    @Test
    void aDateInTheTestFileThatIsNoneIsRefused() {
        new TestImport(home)
                .text("train.csv", "at,v", "2024-01-01,1", "2024-01-02,2")
                .text("test.csv", "at,v", "2024-02-30,1")
                .assertRefused("test.csv: line 2, column at: '2024-02-30' is no date");
    }

    private static ImportOptions columns(Map<String, ColumnType> types) {
        return new ImportOptions(new PixelTransform(null, null), null, null, null, null, CsvHints.NONE, types);
    }
}
