package dev.latent.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.sample.Column;
import dev.latent.sample.Columns;
import dev.latent.sample.Derivation;
import dev.latent.sample.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecodedRowsTests {
    private static final Columns COLUMNS = Columns.of(List.of(
            new Column("press=a", 0, 0, 1, Derivation.category("press", "a")),
            new Column("press=b", 0, 0, 1, Derivation.category("press", "b")),
            new Column("press=(other)", 0, 0, 1, Derivation.other("press", List.of("a", "b"))),
            new Column("flow", 0, 0, 1, Derivation.number("flow", 2.5)),
            new Column("flow=(missing)", 0, 0, 1, Derivation.missing("flow")),
            new Column("at", 0, 0, 1, Derivation.time("at", null)),
            new Column("v", 0, 0, 1)));

    @Test
    void theFieldsAreThoseOfTheFile() {
        assertThat(DecodedRows.of(table(new double[7])).names()).containsExactly("press", "flow", "at", "v");
    }

    @Test
    void theLikeliestCategoryIsTaken() {
        DecodedRows rows = DecodedRows.of(table(new double[] {0.2, 0.3, 0.4, 1.5, 0.1, 86400, 7}));

        assertThat(rows.row(0)).containsExactly("b", "1.5", "1970-01-02T00:00Z", "7.0");
    }

    @Test
    void whatIsNoneOfTheCategoriesSaysSo() {
        assertThat(DecodedRows.of(table(new double[] {0, 0, 1, 0, 0, 0, 0})).row(0))
                .startsWith("(other)");
    }

    @Test
    void whatIsRatherMissingThanNotIsEmpty() {
        DecodedRows rows = DecodedRows.of(table(new double[] {1, 0, 0, 1.5, 0.6, 0, 7}));

        assertThat(rows.row(0).get(1)).isEmpty();
    }

    @Test
    void aDateThatCanNotBeIsTheLastThatCan() {
        DecodedRows rows = DecodedRows.of(table(new double[] {1, 0, 0, 1.5, 0, 1e300, 7}));

        assertThat(rows.row(0).get(2)).isEqualTo("9999-12-31T00:00Z");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        String date = DecodedRows.of(table(new double[] {1, 0, 0, 1, 0, 1.7e9, 7}))
                .row(0)
                .get(2);

        assertThat(DateTimes.seconds(date)).isEqualTo(1.7e9);
    }

    @Test
    void aFilesOwnNumbersAreLeftAsTheyAre() {
        Columns own = Columns.of(List.of(new Column("v", 0, 0, 1)));

        assertThat(DecodedRows.of(new Table(own, new double[1], false, null))).isNull();
    }

    private static Table table(double[] differences) {
        return new Table(COLUMNS, differences, false, null);
    }
}
