package dev.latent.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.nn.engine.Safetensors.MalformedFileException;
import dev.latent.nn.engine.Safetensors.Tensor;
import dev.latent.nn.engine.Safetensors.Type;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTests {
    private static final String ONE_FLOAT = "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}}";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(
                file,
                Map.of("counts", new Tensor(Type.I64, new long[] {2}, longs(3, -4)), "none", empty()),
                Map.of("step", "7"));

        Map<String, Tensor> read = Safetensors.read(file);

        assertThat(read.keySet()).containsExactlyInAnyOrder("counts", "none");
        assertThat(read.get("counts").type()).isEqualTo(Type.I64);
        assertThat(read.get("counts").shape()).containsExactly(2);
        assertThat(read.get("counts").data()).isEqualTo(longs(3, -4));
        assertThat(read.get("none").shape()).containsExactly(0, 5);
        assertThat(Safetensors.metadata(file)).containsExactly(Map.entry("step", "7"));
    }

    @Test
    void theDataStartsAtAMultipleOfEightBytes() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors.write(file, Map.of("counts", new Tensor(Type.I64, new long[] {1}, longs(5))), Map.of());

        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(content.getLong() % 8).isZero();
        assertThat(content.getLong(content.limit() - 8)).isEqualTo(5);
    }

    @Test
    void aFileIsNeverOverwritten() throws IOException {
        Path file = Files.createFile(folder.resolve("a.safetensors"));

        assertThatThrownBy(() -> Safetensors.write(file, Map.of(), Map.of()))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aTensorThatDoesNotFillItsShapeIsNotMade() {
        assertThatThrownBy(() -> new Tensor(Type.F32, new long[] {3}, ByteBuffer.allocate(8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsInOrderIsAccepted() throws IOException {
        assertThat(parse(ONE_FLOAT, 4)).containsOnlyKeys("a");
        assertThat(parse("{}", 0)).isEmpty();
    }

    @Test
    void aTruncatedFileIsRefused() {
        assertRefused(ONE_FLOAT, 3);
    }

    @Test
    void bytesThatNoTensorClaimsAreRefused() {
        assertRefused(ONE_FLOAT, 8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            overlapping       | [0, 4] | [1] | [0, 4]  | [1]
            partly            | [0, 8] | [2] | [4, 8]  | [1]
            a hole            | [0, 4] | [1] | [8, 12] | [1]
            swapped           | [4, 0] | [1] | [4, 8]  | [1]
            too long          | [0, 4] | [1] | [4, 8]  | [2]
            negative          | [0, 4] | [1] | [-4, 0] | [1]
            negative shape    | [0, 4] | [1] | [4, 8]  | [-1, -1]
            overflowing shape | [0, 4] | [1] | [4, 8]  | [4611686018427387904, 4]
            overflowing end   | [0, 4] | [1] | [4, 9223372036854775807] | [1]
            overflowing start | [0, 4] | [1] | [-9223372036854775808, 9223372036854775807] | [1]
            one offset        | [0, 4] | [1] | [4]     | [1]
            no offsets        | [0, 4] | [1] | null    | [1]
            no shape          | [0, 4] | [1] | [4, 8]  | null
            null dimension    | [0, 4] | [1] | [4, 8]  | [null]
            a fraction        | [0, 4] | [1] | [4, 8]  | [1.5]
            text              | [0, 4] | [1] | [4, 8]  | ["1"]
            a huge exponent   | [0, 4] | [1] | [4, 8]  | [1e1000000000]
            """)
    void offsetsThatLieAreRefused(String lie, String firstAt, String firstShape, String secondAt, String secondShape) {
        assertRefused("""
                {"a": {"dtype": "F32", "shape": %s, "data_offsets": %s}, "b": {"dtype": "F32", "shape": %s, "data_offsets": %s}}
                """.formatted(firstShape, firstAt, secondShape, secondAt), 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"text\"",
                " {}",
                "{",
                "{} {}",
                "null",
                "{\"a\": 3}",
                "{\"a\": null}",
                "{\"a\": {\"shape\": [1], \"data_offsets\": [0, 4]}}",
                "{\"a\": {\"dtype\": \"F64\", \"shape\": [1], \"data_offsets\": [0, 8]}}",
                "{\"a\": {\"dtype\": 32, \"shape\": [1], \"data_offsets\": [0, 4]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": 1, \"data_offsets\": [0, 4]}}",
                "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]},"
                        + " \"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}}",
            })
    void aHeaderThatIsNotOneIsRefused(String header) {
        assertRefused(header, 4);
        assertRefused(header, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, 100_000_001, Long.MAX_VALUE, -1, Long.MIN_VALUE})
    void aHeaderLongerThanTheFileIsRefused(long length) {
        ByteBuffer content =
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length);

        assertThatThrownBy(() -> Safetensors.parse(content.rewind())).isInstanceOf(MalformedFileException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void aFileTooShortForALengthIsRefused(int size) throws IOException {
        Path file = Files.write(folder.resolve("short"), new byte[size]);

        assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(MalformedFileException.class);
        assertThatThrownBy(() -> Safetensors.metadata(file)).isInstanceOf(MalformedFileException.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused("{\"a\":".repeat(100_000), 0);
    }

    private static void assertRefused(String header, int dataBytes) {
        assertThatThrownBy(() -> parse(header, dataBytes)).isInstanceOf(MalformedFileException.class);
    }

    private static Map<String, Tensor> parse(String header, int dataBytes) throws MalformedFileException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        return Safetensors.parse(content.putLong(text.length).put(text).rewind());
    }

    private static Tensor empty() {
        return new Tensor(Type.F32, new long[] {0, 5}, ByteBuffer.allocate(0));
    }

    private static ByteBuffer longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return bytes;
    }
}
