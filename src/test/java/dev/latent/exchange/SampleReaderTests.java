package dev.latent.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.ExpectedTable;
import dev.latent.exchange.body.LabelNames;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SampleReader;
import dev.latent.exchange.npy.NpyHeader;
import dev.latent.problem.Problem;
import dev.latent.sample.Column;
import dev.latent.sample.Columns;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
import dev.latent.sample.ValueRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A body that is read or written in parts holds what it holds as a whole, however it is cut. */
class SampleReaderTests {
    private static final Columns COLUMNS =
            Columns.of(List.of(new Column("a", 0, 1, 3), new Column("b, c", 0, 20, 5), new Column("k", 1.7e9, 5, 300)));
    private static final ExpectedSamples EXPECTED = ExpectedSamples.of(new SampleShape.Vector(3), 1_000_000)
            .of(new ExpectedTable(COLUMNS, new LabelNames("kind", List.of("rose", "iris")), false));
    private static final int ROWS = 1_000;

    @ParameterizedTest
    @EnumSource(names = {"CSV", "NPY", "NDJSON"})
    void partsOfAnySizeHoldTheSameSamples(SampleFormat format) throws IOException {
        byte[] body = SampleBodies.write(body(table(0, ROWS)), format);

        Samples whole = SampleBodies.read(type(format), new ByteArrayInputStream(body), EXPECTED);

        assertThat(whole.count()).isEqualTo(ROWS);
        for (int most : new int[] {1, 7, 128, ROWS, 5 * ROWS}) {
            Samples joined = readInParts(format, trickling(body), most);
            assertThat(joined.values()).isEqualTo(whole.values());
            assertThat(joined.labels()).isEqualTo(whole.labels());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "NPY", "NDJSON"})
    void partsThatAreWrittenMakeTheSameBody(SampleFormat format) throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(SampleBodies.begin(body(table(0, 10)), format, ROWS));
        for (int from = 0; from < ROWS; from += 10) {
            parts.write(SampleBodies.part(body(table(from, from + 10)), format));
        }

        assertThat(parts.toByteArray()).isEqualTo(SampleBodies.write(body(table(0, ROWS)), format));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF", "UTF-16BE, \uFEFF", "UTF-16LE, ''"})
    void quotedLineBreaksAndEncodingsAreReadInPartsToo(String encoding, String mark) throws IOException {
        String rows = IntStream.range(0, ROWS)
                .mapToObj(i -> i + ",\"" + i + ".5\",1700000000,\"a note\r\nof \"\"two\"\" lines\"\r\n")
                .collect(Collectors.joining());
        String csv = mark + "a,\"b, c\",k,note\r\n" + rows;
        ExpectedSamples further = EXPECTED.of(new ExpectedTable(COLUMNS, LabelNames.NONE, true));

        List<Float> firsts = new ArrayList<>();
        InputStream body = trickling(csv.getBytes(Charset.forName(encoding)));
        try (SampleReader reader = SampleBodies.open("text/csv", body, further)) {
            for (Samples part = reader.next(33); part != null; part = reader.next(33)) {
                for (int i = 0; i < part.count(); i++) {
                    firsts.add(part.sample(i)[0]);
                }
            }
        }

        assertThat(firsts).hasSize(ROWS).startsWith(-1 / 3f, 0f).endsWith((ROWS - 2) / 3f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CSV    | oops,2,3                      | line 70002, column a: 'oops' is no finite number",
                "CSV    | 1,2                           | line 70002 has 2 fields",
                "NDJSON | {'a':'oops','b, c':2,'k':3}   | line 70001, column a: 'oops' is a text",
                "NDJSON | {'a':null,'b, c':2,'k':3}     | line 70001, column a: a number is needed; missing values",
                "NDJSON | {'a':1,'k':3}                 | line 70001: columns of the model are missing: 'b, c'",
                "NDJSON | {'a':1,'b, c':2,'k':3,'z':4}  | line 70001: the model has no columns 'z'",
                "NDJSON | {'a':1,'b, c':2,'k':3,'kind':'rose'} | line 70001: either all samples have a label or none",
                "NDJSON | {'a':1,'b, c':2,'k':          | (line 70002, column 1)",
                "NDJSON | {'a':1,'a':2}                 | line 70001: 'a' is there twice",
                "NDJSON | [1,2]                         | line 70001: a sample has 3 values, not 2",
                "NDJSON | [1,2,3,4]                     | line 70001: a sample has 3 values, not more",
                "NDJSON | 17                            | line 70001 is no sample"
            })
    void whatIsWrongFarBehindIsNamedByItsLine(SampleFormat format, String wrong, String words) throws IOException {
        String good = format == SampleFormat.CSV ? "1,2,3\n" : "{\"a\":1,\"b, c\":2,\"k\":3}\n";
        String header = format == SampleFormat.CSV ? "a,\"b, c\",k\n" : "";
        String body =
                header + good.repeat(70_000) + wrong.replace('\'', format == SampleFormat.CSV ? '\'' : '"') + "\n";

        assertThatThrownBy(() -> readInParts(format, bytes(body), 128))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getBody().getDetail()).contains(words));
    }

    @Test
    void linesOfJsonAreAsDocumented() {
        Samples vectors = new Samples(new SampleShape.Vector(2), new float[] {0.1f, 2, -3, 4}, new int[] {1, 0});
        Samples picture = new Samples(new SampleShape.Image(1, 1, 2), new float[] {0, 0.5f}, null);

        assertThat(SampleBodies.write(SampleBody.of(vectors, ValueRange.PIXELS), SampleFormat.NDJSON))
                .asString()
                .isEqualTo("{\"x0\":0.1,\"x1\":2.0,\"label\":1}\n{\"x0\":-3.0,\"x1\":4.0,\"label\":0}\n");
        assertThat(SampleBodies.write(SampleBody.of(picture, ValueRange.PIXELS), SampleFormat.NDJSON))
                .asString()
                .isEqualTo("{\"values\":[0.0,0.5]}\n");
        assertThat(SampleBodies.write(body(table(1, 2)), SampleFormat.NDJSON))
                .asString()
                .matches("\\{\"a\":[-\\d.]+,\"b, c\":[\\d.]+,\"k\":[\\d.]+,\"kind\":\"iris\"}\n");
    }

    @Test
    void picturesComeBackFromLinesOfJson() throws IOException {
        Samples pictures =
                new Samples(new SampleShape.Image(1, 1, 2), new float[] {0, 0.25f, 0.5f, 1}, new int[] {3, 0});

        Samples read = SampleBodies.read(
                "application/jsonl",
                new ByteArrayInputStream(
                        SampleBodies.write(SampleBody.of(pictures, ValueRange.PIXELS), SampleFormat.NDJSON)),
                ExpectedSamples.of(pictures.shape(), 2));

        assertThat(read.values()).isEqualTo(pictures.values());
        assertThat(read.labels()).isEqualTo(pictures.labels());
    }

    @Test
    void columnsMayStandInAnotherOrderOnEachLine() throws IOException {
        Samples read = readInParts(
                SampleFormat.NDJSON,
                bytes(
                        "{\"k\":1700000005,\"b, c\":20,\"a\":1}\n\n{\"a\":4,\"b, c\":25,\"k\":1700000305}\r\n[1,20,1700000005]"),
                2);

        assertThat(read.values()).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0);
    }

    @Test
    void aLineWithoutEndIsCutOff() {
        InputStream endless = new InputStream() {
            private int count;

            @Override
            public int read() {
                return count++ == 0 ? '[' : ' ';
            }
        };

        assertThatThrownBy(() -> readInParts(SampleFormat.NDJSON, endless, 1))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(413));
    }

    @Test
    void aNumpyArrayTellsItsCountBeforeItsSamples() throws IOException {
        byte[] body = SampleBodies.write(body(table(0, ROWS)), SampleFormat.NPY);

        try (SampleReader reader = SampleBodies.open("application/x-npy", new ByteArrayInputStream(body), EXPECTED)) {
            assertThat(reader.count()).isEqualTo(ROWS);
        }
    }

    @Test
    void anArrayInFortranOrderThatIsTooLargeIsRefusedBeforeItIsRead() {
        byte[] header = new String(NpyHeader.write("<f8", 2_000_000, 3), StandardCharsets.ISO_8859_1)
                .replace("False", "True ")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> readInParts(SampleFormat.NPY, new ByteArrayInputStream(header), 1))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getBody().getDetail())
                                .contains("Fortran order", "numpy.ascontiguousarray"));
    }

    private static Samples readInParts(SampleFormat format, InputStream body, int most) throws IOException {
        try (SampleReader reader = SampleBodies.open(type(format), body, EXPECTED)) {
            Samples all = reader.next(most);
            for (Samples part = reader.next(most); part != null; part = reader.next(most)) {
                assertThat(part.count()).isBetween(1, most);
                all = all.followedBy(part);
            }
            return all;
        }
    }

    /** Rows of a table that always has the same ones. */
    private static Table table(int from, int to) {
        float[] values = new float[3 * (to - from)];
        int[] labels = new int[to - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) new SplittableRandom(3 * from + i).nextDouble(-2, 2);
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (from + i) % 2;
        }
        return Table.restored(COLUMNS, values, labels);
    }

    private static SampleBody body(Table table) {
        return new SampleBody(table, ValueRange.PIXELS, null, EXPECTED.table().labels());
    }

    /** A few bytes at a time, so that rows are split anywhere. */
    private static InputStream trickling(byte[] body) {
        return new ByteArrayInputStream(body) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 5));
            }
        };
    }

    private static InputStream bytes(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String type(SampleFormat format) {
        return format.mediaType().toString();
    }
}
