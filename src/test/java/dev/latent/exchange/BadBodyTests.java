package dev.latent.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.exchange.body.ExpectedSamples;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.image.Picture;
import dev.latent.image.Png;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every bad sample body is a problem that says what is wrong and where. */
class BadBodyTests {
    private static final SampleShape.Image IMAGE = new SampleShape.Image(1, 1, 2);
    private static final SampleShape VECTOR = new SampleShape.Vector(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                          | 400 | #            | JSON can't be read",
                "[]                                         | 400 | #            | object",
                "{'values': [[0, 0]]} 1                     | 400 | #            | follows",
                "{'values': [[NaN, 0]]}                     | 400 | #            | JSON can't be read",
                "{}                                         | 422 | #/values     | values is missing",
                "{'values': 3}                              | 422 | #/values     | array",
                "{'values': null}                           | 422 | #/values     | array",
                "{'values': []}                             | 422 | #/values     | at least one sample",
                "{'values': [0, 1]}                         | 422 | #/values/0   | row-major",
                "{'values': [[]]}                           | 422 | #/values/0   | empty",
                "{'values': [[0, 1], [0]]}                  | 422 | #/values/1   | sample 1 has 1 values",
                "{'values': [[0, 1, 0]]}                    | 422 | #/values/0   | has 2 values, not 3",
                "{'values': [[0, '1']]}                     | 422 | #/values/0/1 | a number is needed",
                "{'values': [[[0], 1]]}                     | 422 | #/values/0   | flat array",
                "{'values': [[0, 1.01]]}                    | 422 | #/values/0/1 | a pixel lies in [0, 1], not 1.01",
                "{'values': [[0, 1e999]]}                   | 422 | #/values/0/1 | finite",
                "{'values': [[0, 1]], 'values': [[0, 1]]}   | 422 | #/values     | twice",
                "{'values': [[0,1],[0,1],[0,1],[0,1]]}      | 413 |              | at most 3 samples",
                "{'values': [[0, 1]], 'shape': [1, 2, 1]}   | 422 | #/shape      | samples of shape [1, 1, 2] are needed",
                "{'values': [[0, 1]], 'shape': [1, 2]}      | 422 | #/shape      | [channels, height, width]",
                "{'values': [[0, 1]], 'shape': [0, 1, 2]}   | 422 | #/shape      | at least 1",
                "{'values': [[0, 1]], 'shape': 'big'}       | 422 | #/shape      | array of integers",
                "{'values': [[0, 1]], 'shape': [1,1,1,1]}   | 422 | #/shape      | at most 3",
                "{'values': [[0, 1]], 'labels': [1, 2]}     | 422 | #/labels     | 2 labels for 1 samples",
                "{'values': [[0, 1]], 'labels': [-1]}       | 422 | #/labels/0   | from 0",
                "{'values': [[0, 1]], 'labels': [1.5]}      | 422 | #/labels/0   | whole number",
                "{'values': [[0, 1]], 'labels': [99999999999]} | 422 | #/labels/0 | whole number"
            })
    void json(String body, int status, String pointer, String detail) {
        assertProblem("application/json", body.replace('\'', '"').getBytes(), IMAGE, status, pointer, detail);
    }

    @Test
    void unknownMembersAreIgnored() throws IOException {
        String body = "{\"model\": {\"a\": [[1]]}, \"values\": [[0, 1]], \"seed\": 5, \"version\": null}";

        Samples samples = SampleBodies.read(
                "application/json;charset=UTF-8",
                new ByteArrayInputStream(body.getBytes()),
                ExpectedSamples.of(IMAGE, 1));

        assertThat(samples.values()).containsExactly(0, 1);
    }

    @Test
    void jsonWithoutEndIsCutOff() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };

        assertThatThrownBy(() -> SampleBodies.read("application/json", endless, ExpectedSamples.of(IMAGE, 3)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(413));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x0,x1;1,2,3         | 422 | #/values/0   | line 2 has 3 fields, the header has 2",
                "x0,x1;1,2;3         | 422 | #/values/1   | line 3 has 1 fields",
                "x0,x1;1,two         | 422 | #/values/0/1 | 'two' is no finite number",
                "x0,x1;1,            | 422 | #/values/0/1 | '' is no finite number",
                "x0,x1;2f,2          | 422 | #/values/0   | '2f' is no finite number",
                "x0,x1;0x1p3,2       | 422 | #/values/0   | '0x1p3' is no finite number",
                "x0,x1;NaN,2         | 422 | #/values/0   | finite",
                "x0,x1;1,Infinity    | 422 | #/values/0/1 | finite",
                "x0;1                | 422 | #/values/0   | has 2 values, not 1",
                "x0,x1               | 422 | #/values     | at least one sample",
                "1,2;3,4             | 400 | #            | must name the columns",
                "x0,x0;1,2           | 400 | #            | duplicate name",
                "x0,x1,label;1,2,0.5 | 422 | #/labels/0   | whole number"
            })
    void csv(String lines, int status, String pointer, String detail) {
        assertProblem("text/csv", lines.replace(';', '\n').getBytes(), VECTOR, status, pointer, detail);
    }

    @Test
    void npyThatIsNone() {
        assertProblem("application/x-npy", "hello world".getBytes(), VECTOR, 400, "#", "this is no NPY file");
    }

    @Test
    void npyThatEndsEarly() {
        byte[] whole = npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", 16);

        assertProblem("application/x-npy", Arrays.copyOf(whole, whole.length - 4), VECTOR, 400, "#", "ends after 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "{'descr': '|O', 'fortran_order': False, 'shape': (1, 2), }    ! 400 ! objects never are",
                "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 2), }    ! 400 ! the file ends before the 4 values",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1, 2), } ! 400 ! no descr",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 2), } ! 400 ! too large",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2000000000, 2), } ! 413 ! at most 3 samples",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }   ! 400 ! goes on after the 2 values",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }     ! 422 ! is needed",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (), }       ! 422 ! is needed",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 2), }   ! 400 ! goes on after the 0 values",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }   ! 422 ! of shape [2] are needed",
                "{'descr': '<f4', 'shape': (1, 2), }                           ! 400 ! no fortran_order"
            })
    void npy(String header, int status, String detail) {
        assertProblem("application/x-npy", npy(header, 12), VECTOR, status, status == 413 ? null : "#", detail);
    }

    @Test
    void npyWithNan() {
        byte[] body = SampleBodies.write(
                SampleBody.of(new Samples(VECTOR, new float[] {1, Float.NaN}, null), ValueRange.PIXELS),
                SampleFormat.NPY);

        assertProblem("application/x-npy", body, VECTOR, 422, "#/values/0/1", "finite");
    }

    @Test
    void npyWithALongHeader() {
        byte[] body = npy("{}", 0);
        body[8] = body[9] = (byte) 0xFF;

        assertProblem("application/x-npy", body, VECTOR, 400, "#", "ends within its header");
    }

    @Test
    void npyOfBytesIsScaledToPixels() throws IOException {
        byte[] body = npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 1, 2), }", 2);
        body[body.length - 1] = (byte) 255;

        Samples samples =
                SampleBodies.read("application/x-npy", new ByteArrayInputStream(body), ExpectedSamples.of(IMAGE, 1));

        assertThat(samples.values()).containsExactly(0, 1);
    }

    @Test
    void pngThatIsNone() {
        assertProblem("image/png", "hello".getBytes(), IMAGE, 400, "#", "this is no picture that can be read");
    }

    @Test
    void pngOfAnotherSize() {
        byte[] body = Png.encode(new Picture(1, 1, 3, new byte[3]));

        assertProblem("image/png", body, IMAGE, 422, "#", "the picture is 3×1 pixels; one of 2×1");
    }

    @Test
    void pngInColourWhereGreyIsNeeded() {
        byte[] body = Png.encode(new Picture(3, 1, 2, new byte[] {1, 2, 3, 4, 5, 6}));

        assertProblem("image/png", body, IMAGE, 422, "#", "3 channels");
    }

    @Test
    void pngOfTooManyPixels() {
        byte[] body = Png.encode(new Picture(1, 100, 100, new byte[10_000]));

        assertProblem("image/png", body, IMAGE, 400, "#", "at most 6 pixels");
    }

    @Test
    void anotherContentType() {
        assertProblem(
                "application/xml", new byte[0], IMAGE, 415, null, "application/json, image/png, application/x-npy");
    }

    @Test
    void noContentType() {
        assertProblem(null, new byte[0], VECTOR, 415, null, "application/json, application/x-npy, text/csv");
    }

    @Test
    void aPictureOfAnySizeMayNotBeTooLarge() {
        byte[] body = "{\"shape\": [1, 65536, 65536], \"values\": [[0]]}".getBytes();

        assertThatThrownBy(() -> SampleBodies.read(
                        "application/json", new ByteArrayInputStream(body), ExpectedSamples.ofAnySize(IMAGE, 10)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(413));
    }

    /** An NPY file with this header and so many bytes of zeros. */
    private static byte[] npy(String header, int bytes) {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[10 + text.length + bytes];
        System.arraycopy(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0}, 0, file, 0, 10);
        System.arraycopy(text, 0, file, 10, text.length);
        return file;
    }

    private static void assertProblem(
            String contentType, byte[] body, SampleShape shape, int status, String pointer, String detail) {
        assertThatThrownBy(() ->
                        SampleBodies.read(contentType, new ByteArrayInputStream(body), ExpectedSamples.of(shape, 3)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.getBody().getDetail()).contains(detail);
                    assertThat(problem.getStatusCode().value()).isEqualTo(status);
                    if (pointer != null) {
                        assertThat(problem.getBody().getProperties().get("errors"))
                                .asString()
                                .contains("pointer=" + pointer);
                    }
                });
    }
}
