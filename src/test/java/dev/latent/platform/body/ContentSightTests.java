package dev.latent.platform.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentSightTests {
    @ParameterizedTest(name = "{1} starts with {0}")
    @CsvSource({
        "89504e470d0a1a0a0000, image/png",
        "ffd8ffe000104a464946, image/jpeg",
        "47494638396101000100, image/gif",
        "52494646240000005745425056503820, image/webp",
        "424d36000000000000003600, image/bmp",
        "50350a3320320a3235350a, image/x-portable-anymap",
        "5036202320617320676f6f640a3320320a, image/x-portable-anymap",
        "49492a0008000000, image/tiff",
        "4d4d002a00000008, image/tiff",
        "934e554d505901007600, application/x-npy",
        "504b030414000000, application/zip",
        "504b050600000000, application/zip",
        "5041523115041500, application/vnd.apache.parquet"
    })
    void filesAreKnownByTheirFirstBytes(String start, String type) {
        assertThat(ContentSight.of(HexFormat.of().parseHex(start))).hasToString(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"values\": [[0]]}", " \n{ \"a\": 1}", "[[0, 1], [2, 3]]", "[]", "\uFEFF{\"a\": 1}"})
    void jsonIsKnownByHowItBegins(String body) {
        assertThat(seen(body)).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}\n{\"a\": 2}\n", "{\"a\":1,\"b\":2}\r\n{\"a\"", "[1, 2]\n[3, 4]\n"})
    void linesOfJsonAreKnownByTheSecondOne(String body) {
        assertThat(seen(body)).isEqualTo("application/x-ndjson");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n",
                "\"a\";\"b\"\r\n1;2",
                "temperature\tpressure\n20\t1013",
                "\uFEFFx,y\n1,2",
                "x\n1\n2\n"
            })
    void aTableIsKnownByItsLineOfNames(String body) {
        assertThat(seen(body)).isEqualTo("text/csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=1&b=2",
                "a=1,2&b=3",
                "hello",
                "[section]\nkey=value",
                "{braces}",
                "a,b1,2",
                "\u0000\u0001,\n,"
            })
    void whatCouldBeAnythingIsLeftAsItIs(String body) {
        assertThat(seen(body)).isEqualTo("null");
    }

    private static String seen(String body) {
        return String.valueOf(ContentSight.of(body.getBytes(StandardCharsets.UTF_8)));
    }
}
