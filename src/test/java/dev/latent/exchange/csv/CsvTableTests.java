package dev.latent.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as programs and people write them; in the tests' lines / ends a line. */
class CsvTableTests {
    @ParameterizedTest
    @MethodSource
    void whatIsBeyondDoubtIsRead(String text, String names, String rows) throws IOException {
        try (CsvTable table = open(text.replace("/", "\n"), CsvHints.NONE)) {
            assertThat(String.join(",", table.header().names())).isEqualTo(names);
            assertThat(rows(table)).isEqualTo(rows);
        }
    }

    static List<Arguments> whatIsBeyondDoubtIsRead() {
        return List.of(
                Arguments.of("a,b/1,2/3,4", "a,b", "1.0 2.0/3.0 4.0"),
                Arguments.of("a;b/1;2", "a,b", "1.0 2.0"),
                Arguments.of("a|b/1|2", "a,b", "1.0 2.0"),
                Arguments.of("a\tb/1,5\t2", "a,b", "1.5 2.0"),
                Arguments.of("a;b/1,5;2/1.234;3", "a,b", "1.5 2.0/1234.0 3.0"),
                Arguments.of("a;b/1,5;2/1,234;3", "a,b", "1.5 2.0/1.234 3.0"),
                Arguments.of("a;b/0,125;2/1.234,5;1.234.567", "a,b", "0.125 2.0/1234.5 1234567.0"),
                Arguments.of("a,b/\"1,5\",2/\"-0,25\",3", "a,b", "1.5 2.0/-0.25 3.0"),
                Arguments.of("a,b/\"1,234.5\",2/\"1,234\",3", "a,b", "1234.5 2.0/1234.0 3.0"),
                Arguments.of("a,b/\"1,234,567\",2", "a,b", "1234567.0 2.0"),
                Arguments.of("a;b/1 234,5;2/12\u00A0345;3", "a,b", "1234.5 2.0/12345.0 3.0"),
                Arguments.of("a,b/1'234.5,2/1\u2019234,3", "a,b", "1234.5 2.0/1234.0 3.0"),
                Arguments.of("a,b/1.234,2.000/5.678,3.125", "a,b", "1.234 2.0/5.678 3.125"),
                Arguments.of("a;b/1,5e3;-2,5E-1", "a,b", "1500.0 -0.25"),
                Arguments.of("a,b/+.5,5./\u22121,1e39", "a,b", "0.5 5.0/-1.0 1.0E39"),
                Arguments.of(" \"a\" , b /\"1\", \"2\" ", "a,b", "1.0 2.0"),
                Arguments.of("\"a,1\",\"say \"\"b\"\"\"/1,2", "a,1,say \"b\"", "1.0 2.0"),
                Arguments.of("\uFEFFa,b/1,2", "a,b", "1.0 2.0"),
                Arguments.of("a,b\r/1,2\r/\r/", "a,b", "1.0 2.0"),
                Arguments.of("a,b,/1,2,/3,4,", "a,b", "1.0 2.0/3.0 4.0"),
                Arguments.of("a,b/1,2,/3,4", "a,b", "1.0 2.0/3.0 4.0"),
                Arguments.of("a;b/1;2/;/;//", "a,b", "1.0 2.0"),
                Arguments.of(",a,b/0,1,2/1,3,4", "a,b", "1.0 2.0/3.0 4.0"),
                Arguments.of("Unnamed: 0,a/0,5/1,6", "a", "5.0/6.0"),
                Arguments.of("\"\",\"a\"/\"1\",5/\"2\",6", "a", "5.0/6.0"),
                Arguments.of(";a;b/7;1,5;2/8;3;4", "a,b", "1.5 2.0/3.0 4.0"),
                Arguments.of("sep=;/a;b/1;2", "a,b", "1.0 2.0"),
                Arguments.of("# made by hand/# in 2024/a,b/1,2", "a,b", "1.0 2.0"),
                Arguments.of("# a,b/1,2/3,4", "a,b", "1.0 2.0/3.0 4.0"),
                Arguments.of("height, cm;weight, kg/180,5;80/170;60", "height, cm,weight, kg", "180.5 80.0/170.0 60.0"),
                Arguments.of("a/1/2", "a", "1.0/2.0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "a;b/1,234;2       ! line 2, column a: '1,234' may be 1234 or 1.234; say which with decimal=",
                "a,b/\"1,234\",2  ! line 2, column a: '1,234' may be 1234 or 1.234",
                "a;b/1,5;2/2.5;3   ! numbers are written as '1,5' (line 2, column 1) and as '2.5' (line 3, column 1)",
                "a;b/1.234;2/950;3 ! '1.234' (line 2, column 1) may have a point between thousands or before a fraction",
                "a,b/1,2.5/\"1,5\",2 ! numbers are written as '1,5'",
                "a,b;c/1,2;3       ! columns may be separated by commas or by semicolons; say which with separator=",
                "a,b/1,2,3         ! line 2 has 3 fields, the header has 2",
                "a,b/1,2/3         ! line 3 has 1 fields, the header has 2",
                "a,b/1,2/,/3,4     ! a line before line 4 holds nothing but separators",
                "a,b/1,            ! line 2, column b: '' is no finite number; missing values are not taken",
                "a,b/1,NA          ! line 2, column b: 'NA' is no finite number; missing values are not taken",
                "a,b/1,2024-01-01  ! line 2, column b: '2024-01-01' is no finite number",
                "a,b/1,1e999       ! line 2, column b: '1e999' is no finite number",
                "a,b/1,12%         ! line 2, column b: '12%' is no finite number",
                "# x/a,b/1,two     ! line 3, column b: 'two' is no finite number",
                ",a/3,1/7,2        ! line 3: the first column has no name, and '7' is not the next row number",
                ",a/x,1            ! line 2: the first column has no name, and 'x' is not the next row number",
                "a,,b/1,2,3        ! column 2 has no name in the first line",
                "a,b,a/1,2,3       ! two columns are called 'a'",
                "1,2/3,4           ! the first line must name the columns, it holds numbers; header=false",
                "a/12 345/1        ! line 2, column a: '12 345' is no finite number",
                "a b/1 2/3 4       ! columns are separated by commas, semicolons, tabs or bars, not by blanks"
            })
    void whatIsNotIsRefusedWithPlaceAndOption(String text, String message) {
        assertThatThrownBy(() -> rows(open(text.replace("/", "\n"), CsvHints.NONE)))
                .isInstanceOfSatisfying(
                        UnclearCsv.class,
                        unclear -> assertThat(unclear.withOption()).contains(message));
    }

    @Test
    void whatIsSaidLeavesNoDoubt() throws IOException {
        assertThat(rows(open("a;b\n1,234;2\n", new CsvHints(null, ',', null, null))))
                .isEqualTo("1.234 2.0");
        assertThat(rows(open("a;b\n1,234;2\n", new CsvHints(null, '.', null, null))))
                .isEqualTo("1234.0 2.0");
        assertThat(rows(open("a,b;c\n1;2\n", new CsvHints(';', null, null, null))))
                .isEqualTo("1.0 2.0");
        assertThat(rows(open("1,2\n3,4\n", new CsvHints(null, null, null, false))))
                .isEqualTo("1.0 2.0/3.0 4.0");
    }

    @Test
    void columnsOfATextWithoutHeaderHaveNoNames() throws IOException {
        try (CsvTable table = open("1,2\n", new CsvHints(null, null, null, false))) {
            assertThat(table.header().named()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16"})
    void textInUtf16IsRead(String charset) throws IOException {
        byte[] text = "größe,b\n1,2\n".getBytes(Charset.forName(charset));
        try (CsvTable table = CsvTable.open(new ByteArrayInputStream(text), CsvHints.NONE)) {
            assertThat(table.header().names()).containsExactly("größe", "b");
        }
    }

    @Test
    void anotherEncodingIsReadWhereItIsSaid() throws IOException {
        byte[] text = "größe\n1\n".getBytes(Charset.forName("windows-1252"));

        assertThatThrownBy(() -> rows(CsvTable.open(new ByteArrayInputStream(text), CsvHints.NONE)))
                .isInstanceOfSatisfying(
                        UnclearCsv.class,
                        unclear -> assertThat(unclear.withOption()).contains("encoding="));
        try (CsvTable table = CsvTable.open(
                new ByteArrayInputStream(text), new CsvHints(null, null, Charset.forName("windows-1252"), null))) {
            assertThat(table.header().names()).containsExactly("größe");
        }
    }

    @Test
    void whatWasRecognizedIsSaid() throws IOException {
        CsvTable table = open("# x\n;a\n0;1,5\n1;2\n;\n", CsvHints.NONE);
        rows(table);

        assertThat(table.notes())
                .containsExactly(
                        "columns are separated by semicolons",
                        "numbers have decimal commas",
                        "the first column has no name and holds row numbers; it was left out",
                        "lines before the table were left out: 1",
                        "lines at the end with nothing but separators were left out: 1");
    }

    @Test
    void theUsualNeedsNoWords() throws IOException {
        assertThat(open("a,b\n1,2\n", CsvHints.NONE).notes()).isEmpty();
    }

    private static CsvTable open(String text, CsvHints hints) throws IOException {
        return CsvTable.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), hints);
    }

    private static String rows(CsvTable table) throws IOException {
        List<String> rows = new ArrayList<>();
        while (table.next()) {
            double[] row = new double[table.header().names().size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = table.difference(i, 0);
            }
            rows.add(String.join(
                    " ",
                    IntStream.range(0, row.length)
                            .mapToObj(i -> Double.toString(row[i]))
                            .toList()));
        }
        return String.join("/", rows);
    }
}
