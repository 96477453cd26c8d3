package dev.latent.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ClientTextTests {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsToldByItsNameAlone() {
        Path missing = folder.resolve("model.json");
        assertThat(said(() -> Files.readAllBytes(missing))).isEqualTo("model.json is missing");
        assertThat(said(() -> new FileInputStream(missing.toFile()).close()))
                .isEqualTo("model.json (No such file or directory)");
        assertThat(said(() -> STRICT.readValue(missing, Row.class))).startsWith("model.json ");
    }

    @Test
    void aFileThatIsNoFolderOrThereAlreadyIsToldByItsNameAlone() throws IOException {
        Path file = Files.createFile(folder.resolve("1"));
        assertThat(said(() -> Files.createFile(file))).isEqualTo("1 is there already");
        assertThat(said(() -> Files.newDirectoryStream(file).close())).isEqualTo("1 is no folder");
        assertThat(said(() -> Files.delete(folder))).endsWith(" is a folder that is not empty");
    }

    @Test
    void aFullDiskIsToldWithItsReason() {
        FileSystemException full =
                new FileSystemException("/srv/la tent/models/m/1/x", null, "No space left on device");
        assertThat(ClientText.of(new UncheckedIOException(full)))
                .isEqualTo("x can't be read or written: No space left on device");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"count\": \"x\"}       | count must be a whole number, not \"x\"",
                "{\"count\": [1]}         | count must be a whole number",
                "{\"count\": null}        | count must be a whole number",
                "{\"share\": {}}          | share must be a number",
                "{\"names\": 3}           | names must be an array",
                "{\"next\": true}         | next must be an object",
                "[]                       | must be an object",
                "{\"count\": 1, \"share\": 1, \"other\": 1} | other is unknown here; there are [count, share, names, next]",
            })
    void jsonThatDoesNotFitIsToldInWordsOfJson(String json, String told) {
        assertThat(said(() -> STRICT.readValue(json, Row.class))).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"count\": 1",
                "[1, 2",
                "{\"count\": 1}}",
                "{\"count\": tru",
                "{'a': 1}",
                "\"\\x\"",
                "{\"count\": 99999999999999999999}"
            })
    void brokenJsonIsToldWithoutItsReadersOwnNames(String json) {
        assertThat(said(() -> STRICT.readValue(json, Row.class)))
                .isNotBlank()
                .doesNotContain("Source", "StreamReadFeature", "dev.", "tools.");
    }

    @Test
    void deepOrLongJsonIsToldWithoutTheNamesOfSettings() {
        assertThat(said(() -> STRICT.readTree("[".repeat(2000))))
                .contains("nesting depth")
                .doesNotContain("StreamReadConstraints");
        assertThat(said(() -> STRICT.readTree("1".repeat(2000))))
                .contains("length")
                .doesNotContain("StreamReadConstraints");
    }

    @Test
    void aBrokenCsvIsToldWithoutTheExceptionsThatItWentThrough() {
        String told = said(
                () -> CSVFormat.RFC4180.parse(new StringReader("a,\"b\"c\n")).getRecords());
        assertThat(told).contains("between encapsulated token and delimiter").doesNotContain("Exception");
    }

    @Test
    void whatTheJvmSaysOfSlipsIsNotTold() {
        List<String> none = List.of();
        assertThat(said(() -> none.get(3))).isEqualTo(said(() -> ((Object) 1).equals(((String) (Object) 2))));
        assertThat(ClientText.of(new NullPointerException("because \"dev.latent.Run.x\" is null")))
                .doesNotContain("Run");
        assertThat(ClientText.of(new IOException())).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.io.IOException: No space left on device | No space left on device",
                "run failed: dev.latent.run.RunFailure$Deep Exception | run failed: object Exception",
                "java.lang.IllegalStateException: too many | too many",
                "not a valid `java.util.ArrayList<java.lang.Integer>` value | not a valid array value",
                "/usr/lib/jvm/bin/java: not found | java: not found",
                "the file /tmp/upload-1/cats/a b.png is broken | the file a b.png is broken",
                "at C:\\Users\\me\\latent\\model.json | at model.json",
                "jar:file:/opt/latent/latent-server.jar | jar:file:latent-server.jar",
            })
    void pathsAndClassesInATextAreShortened(String inside, String told) {
        assertThat(ClientText.of(inside)).isEqualTo(told);
    }

    @Test
    void stackTracesAndNativeTracesAreCutOff() {
        assertThat(
                        ClientText.of(
                                "it last wrote: java.lang.IllegalStateException: boom\n\tat dev.latent.run.attempt.Run.go(Run.java:7)\n\t... 3 more\n"))
                .isEqualTo("it last wrote: boom");
        assertThat(
                        ClientText.of(
                                "shape '[3]' is invalid\nException raised from infer at /home/x/ATen/Infer.h:64\nframe #0: c10::Error"))
                .isEqualTo("shape '[3]' is invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "there is no dataset 'none'; see /v1/datasets",
                "the zip's cats/1.png and a.b.Csv, com.acme.Sales, application/x-npy",
                "#/hyperparameters/latentDim must be at least 1",
                "There is nothing at /v1/nowhere or http://127.0.0.1:8080/tmp/x",
                "the class 'MyException' is unknown; 1/2 and ../x stay",
            })
    void whatClientsKnowStaysAsItIs(String text) {
        assertThat(ClientText.of(text)).isEqualTo(text);
    }

    private static String said(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        return ClientText.of(catchThrowable(action));
    }

    record Row(int count, double share, List<String> names, Row next) {}
}
