package dev.latent.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latent.dataset.source.NpyBytes;
import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleBodiesTests {
    private static final Samples PICTURES = new Samples(
            new SampleShape.Image(3, 2, 1),
            new float[] {0, 0.2f, 0.4f, 0.6f, 0.8f, 1, 1, 0.8f, 0.6f, 0.4f, 0.2f, 0},
            new int[] {4, 2});
    private static final Samples VECTORS = new Samples(
            new SampleShape.Vector(3), new float[] {-1.5f, 1e-20f, 3, 16777216, 0.1f, -0.0f}, new int[] {1, 0});

    @ParameterizedTest
    @MethodSource
    void whatIsWrittenCanBeReadBack(Samples samples, SampleFormat format) throws IOException {
        byte[] body = SampleBodies.write(new SampleBody(samples, ValueRange.PIXELS, 42L), format);

        Samples read = SampleBodies.read(
                format.mediaType().toString(),
                new ByteArrayInputStream(body),
                ExpectedSamples.of(samples.shape(), samples.count()));

        assertThat(read.shape()).isEqualTo(samples.shape());
        assertThat(read.values()).containsExactly(samples.values());
    }

    static Stream<Arguments> whatIsWrittenCanBeReadBack() {
        return Stream.of(
                arguments(PICTURES, SampleFormat.JSON),
                arguments(PICTURES, SampleFormat.NPY),
                arguments(PICTURES.range(0, 1), SampleFormat.PNG),
                arguments(PICTURES, SampleFormat.PNG),
                arguments(VECTORS, SampleFormat.JSON),
                arguments(VECTORS, SampleFormat.NPY),
                arguments(VECTORS, SampleFormat.CSV));
    }

    @Test
    void jsonIsAsDocumented() {
        Samples samples = new Samples(new SampleShape.Vector(2), new float[] {0.1f, 2, -3, 4}, new int[] {1, 0});

        byte[] body = SampleBodies.write(new SampleBody(samples, new ValueRange(-3, 4), 7L), SampleFormat.JSON);

        assertThat(body)
                .asString()
                .isEqualTo("{\"shape\":[2],\"valueRange\":[-3.0,4.0],\"values\":[[0.1,2.0],[-3.0,4.0]],"
                        + "\"labels\":[1,0],\"seed\":7}");
    }

    @Test
    void csvIsAsDocumented() {
        Samples samples = new Samples(new SampleShape.Vector(2), new float[] {0.1f, 2, -3, 4}, new int[] {1, 0});

        byte[] body = SampleBodies.write(SampleBody.of(samples, ValueRange.PIXELS), SampleFormat.CSV);

        assertThat(body).asString().isEqualTo("x0,x1,label\r\n0.1,2.0,1\r\n-3.0,4.0,0\r\n");
    }

    @Test
    void theHeaderOfAnNpyBodyFillsWhole64Bytes() {
        byte[] body = SampleBodies.write(SampleBody.of(VECTORS, ValueRange.PIXELS), SampleFormat.NPY);

        assertThat(body.length - VECTORS.values().length * 4).isEqualTo(128);
        assertThat(body[127]).isEqualTo((byte) '\n');
    }

    @Test
    void labelsAreReadFromJsonAndCsv() throws IOException {
        for (SampleFormat format : new SampleFormat[] {SampleFormat.JSON, SampleFormat.CSV}) {
            byte[] body = SampleBodies.write(SampleBody.of(VECTORS, ValueRange.PIXELS), format);

            Samples read = SampleBodies.read(
                    format.mediaType().toString(),
                    new ByteArrayInputStream(body),
                    ExpectedSamples.of(VECTORS.shape(), 2));

            assertThat(read.labels()).containsExactly(1, 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x2,label,x0,x1 | 1 | 2 | 3
            a,label,b,c    | 3 | 1 | 2
            x3,label,x0,x1 | 3 | 1 | 2
            """)
    void columnsOfCsvGoByTheirNamesWhereThoseAreOurs(String header, float x, float y, float z) throws IOException {
        byte[] body = (header + "\n3,4,1,2\n").getBytes(StandardCharsets.UTF_8);

        Samples read = SampleBodies.read(
                "text/csv", new ByteArrayInputStream(body), ExpectedSamples.of(new SampleShape.Vector(3), 1));

        assertThat(read.values()).containsExactly(x, y, z);
        assertThat(read.labels()).containsExactly(4);
    }

    @Test
    void npyInFortranOrderIsRead() throws IOException {
        byte[] body = NpyBytes.fortran("|u1", "(2, 3)", new byte[] {1, 4, 2, 5, 3, 6});

        Samples read = SampleBodies.read(
                "application/x-npy", new ByteArrayInputStream(body), ExpectedSamples.of(new SampleShape.Vector(3), 2));

        assertThat(read.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }
}
