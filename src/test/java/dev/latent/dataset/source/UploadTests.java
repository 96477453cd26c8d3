package dev.latent.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.ServiceTest;
import dev.latent.dataset.DatasetUse;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ServiceTest
class UploadTests {
    @Autowired
    RestTestClient http;

    @Autowired
    LatentHome home;

    @TestConfiguration
    static class InUse {
        @Bean
        DatasetUse testUse() {
            return dataset -> dataset.name().equals("busy") ? List.of("a test", "another") : List.of();
        }
    }

    @Test
    void aZipOfPicturesBecomesADataset() {
        upload(
                        Map.of("name", "pets"),
                        "pets.zip",
                        Zips.ofClasses(40, "dog", "cat").bytes())
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals(HttpHeaders.LOCATION, "/v1/datasets/pets")
                .expectBody()
                .jsonPath("$.classes")
                .isEqualTo(List.of("cat", "dog"))
                .jsonPath("$.shape")
                .isEqualTo(List.of(1, 8, 8))
                .jsonPath("$.classBalance.train.length()")
                .isEqualTo(2);

        http.get()
                .uri("/v1/datasets/pets/samples?split=train")
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void theAnswerSaysWhatBecameOfEachFile() {
        Zips zip = Zips.ofClasses(20, "a", "b")
                .picture("a/again.png", 0)
                .file("a/photo.heic", new byte[9])
                .file("README.txt", new byte[9])
                .file("b/.DS_Store", new byte[9])
                .file("__MACOSX/a/._0.png", new byte[9])
                .file("__MACOSX/a/._2.png", new byte[9]);

        upload(Map.of("name", "accounted"), "p.zip", zip.bytes())
                .expectBody()
                .jsonPath("$.taken")
                .isEqualTo(40)
                .jsonPath("$.duplicates")
                .isEqualTo(1)
                .jsonPath("$.leftOutCount")
                .isEqualTo(5)
                .jsonPath("$.leftOut")
                .isEqualTo(List.of(
                        Map.of("file", "__MACOSX/", "reason", "what macOS leaves in archives, 2 files"),
                        Map.of("file", "b/.DS_Store", "reason", "hidden, or what a system leaves in folders"),
                        Map.of("file", "README.txt", "reason", "it is not of the kind of a/0.png"),
                        Map.of(
                                "file",
                                "a/photo.heic",
                                "reason",
                                ".heic pictures can't be read; save it as PNG or JPEG")));
    }

    @Test
    void aLongListOfFilesLeftOutEndsWithTheirNumber() {
        Zips zip = Zips.ofClasses(20, "a");
        for (int i = 0; i < 150; i++) {
            zip.file(i + ".txt", new byte[1]);
        }

        upload(Map.of("name", "much-left-out"), "p.zip", zip.bytes())
                .expectBody()
                .jsonPath("$.leftOut.length()")
                .isEqualTo(100)
                .jsonPath("$.leftOutCount")
                .isEqualTo(150);
    }

    @Test
    void aGuessAtTheCharactersOfNamesIsTold() {
        upload(
                        Map.of("name", "guessed-names"),
                        "p.zip",
                        Zips.inCharset("IBM437").classes(20, "grün", "x").bytes())
                .expectBody()
                .jsonPath("$.notes[0]")
                .value(note -> assertThat(note)
                        .asString()
                        .contains("p.zip: ", "20 names are", "code page 437, as 'grün/", "in UTF-8"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, grün", "IBM437, green"})
    void whatIsNoGuessIsNotTold(String charset, String name) {
        upload(
                        Map.of("name", "clear-" + charset.toLowerCase(Locale.ROOT)),
                        "p.zip",
                        Zips.inCharset(charset).classes(20, name, "x").bytes())
                .expectBody()
                .jsonPath("$.notes")
                .isEmpty();
    }

    @Test
    void picturesAreResizedAndColoured() {
        upload(
                        Map.of("name", "resized", "resize", "12x10", "channels", "3"),
                        "p.zip",
                        Zips.ofClasses(20, "a", "b").bytes())
                .expectBody()
                .jsonPath("$.shape")
                .isEqualTo(List.of(3, 10, 12));
    }

    @Test
    void severalFilesMakeOneDataset() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train-images-idx3-ubyte.gz", IdxBytes.gzipped(IdxBytes.images(12, 4, 4)));
        files.put("train-labels-idx1-ubyte", IdxBytes.labels(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1));
        files.put("t10k-images-idx3-ubyte", IdxBytes.images(3, 4, 4));
        files.put("t10k-labels-idx1-ubyte", IdxBytes.labels(0, 1, 0));

        upload(Map.of("name", "from-idx"), files)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.counts.test")
                .isEqualTo(3);
    }

    @Test
    void aCsvFileBecomesVectorsWithClasses() {
        String csv = "a,b,kind\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> i + ",2," + "xy".charAt(i % 2) + "\n")
                        .collect(Collectors.joining());

        upload(Map.of("name", "table", "labelColumn", "kind"), "table.csv", csv.getBytes())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("vector")
                .jsonPath("$.classes")
                .isEqualTo(List.of("x", "y"));
    }

    @Test
    void anUploadedDatasetIsDeleted() {
        upload(Map.of("name", "short-lived"), "d.npy", numbers()).expectStatus().isCreated();

        http.delete().uri("/v1/datasets/short-lived").exchange().expectStatus().isNoContent();

        http.get().uri("/v1/datasets/short-lived").exchange().expectStatus().isNotFound();
        assertThat(home.resolve("datasets/uploaded/short-lived")).doesNotExist();
    }

    @Test
    void aDatasetThatSomebodyNeedsIsDeletedOnlyByForce() {
        upload(Map.of("name", "busy"), "d.npy", numbers()).expectStatus().isCreated();

        http.delete()
                .uri("/v1/datasets/busy")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail)
                        .asString()
                        .startsWith("The dataset busy is needed by a test, another,")
                        .endsWith("?force=true"));

        http.delete()
                .uri("/v1/datasets/busy?force=true")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void aNameThatIsTakenIsAConflict() {
        upload(Map.of("name", "digits"), "d.npy", numbers()).expectStatus().isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "name, Bad Name",
        "name, ../up",
        "resize, big",
        "resize, 0",
        "resize, 99999x1",
        "channels, 2",
        "window, 0",
        "stride, 2",
        "valueRange, 5",
        "valueRange, '1,0'",
        "valueRange, '0,1f'",
        "color, red"
    })
    void aBadFieldIsNamed(String field, String value) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("name", "never"));
        form.put(field, value);

        upload(form, "d.npy", numbers())
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("#/" + field);
    }

    @Test
    void aMissingFileIsNamed() {
        upload(Map.of("name", "never"), Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("#/file");
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data; boundary=x", "multipart/form-data"})
    void aBodyThatIsCutOffIsRefused(String contentType) {
        http.post()
                .uri("/v1/datasets")
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .body("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nabc".getBytes())
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anOptionThatCannotApplyIsNamed() {
        upload(Map.of("name", "never", "window", "501"), "t.csv", ("a\n" + "1\n".repeat(500)).getBytes())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("#/window")
                .jsonPath("$.detail")
                .isEqualTo("window is 501, but t.csv has only 400 rows to train on, of 500");
    }

    @Test
    void foldersInTheNamesOfPartsAreClasses() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            files.put((i % 2 == 0 ? "pets/cat/" : "pets\\dog\\") + i + ".png", Zips.picture(i, 1, 8, 8));
        }
        files.put("pets/.DS_Store", new byte[9]);

        upload(Map.of("name", "folder-sent"), files)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.classes")
                .isEqualTo(List.of("cat", "dog"))
                .jsonPath("$.leftOutCount")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\home\\me\\rows.csv", "/home/me/rows.csv", "../rows.csv"})
    void whereAFileLayOnTheClientsMachineMeansNothing(String name) {
        upload(Map.of("name", "never"), name, "a,b\n1,x\n".getBytes())
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail).asString().startsWith("rows.csv: "));
    }

    @Test
    void archivesNamedAfterSplitsAreSplits() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train.zip", Zips.ofClasses(12, "a", "b").bytes());
        files.put("test.zip", Zips.ofClasses(3, "a", "b").bytes());

        upload(Map.of("name", "two-zips"), files)
                .expectBody()
                .jsonPath("$.counts.train")
                .isEqualTo(20)
                .jsonPath("$.counts.test")
                .isEqualTo(6);
    }

    @Test
    void everyBrokenPictureIsToldByItself() {
        Zips zip = Zips.ofClasses(9, "a").file("a/x.png", new byte[1]).file("a/y.png", new byte[1]);

        upload(Map.of("name", "never"), "p.zip", zip.bytes())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"fit, contain", "fit, crop", "background, clear", "domain, c", "domain, a"})
    void anOptionOfPicturesThatIsWrongIsNamed(String field, String value) {
        upload(
                        Map.of("name", "never", field, value),
                        "p.zip",
                        Zips.ofClasses(9, "a").bytes())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("#/" + field);
    }

    @Test
    void thousandsOfFilesMakeOneDataset() {
        upload(Map.of("name", "many-parts"), pictures(3000))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.taken")
                .isEqualTo(3000);
    }

    @Test
    void aFileThatIsLongAndAShortOneAreReadAlike() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train.csv", ("a,b\n" + "1.5,2\n".repeat(20_000)).getBytes());
        files.put("test.csv", "a,b\n3.5,4\n".getBytes());

        upload(Map.of("name", "long-and-short"), files)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.counts.test")
                .isEqualTo(1)
                .jsonPath("$.taken")
                .isEqualTo(20_001);
    }

    private static Map<String, byte[]> pictures(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> i + ".png", i -> Zips.picture(i, 1, 8, 8)));
    }

    @Test
    void theFormIsInTheOpenApiDocument() {
        http.get()
                .uri("/openapi.json")
                .exchange()
                .expectBody()
                .jsonPath("$.paths['/v1/datasets'].post.requestBody.content['multipart/form-data'].schema['$ref']")
                .isEqualTo("#/components/schemas/DatasetUpload")
                .jsonPath("$.components.schemas.DatasetUpload.required")
                .value(fields -> assertThat(fields).asString().contains("name", "file"))
                .jsonPath("$.components.schemas.DatasetUpload.properties.file.items.format")
                .isEqualTo("binary")
                .jsonPath("$.components.schemas.DatasetUpload.properties")
                .value(fields -> assertThat(fields)
                        .asString()
                        .contains("name", "resize", "channels", "labelColumn", "window", "stride", "valueRange"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aBadFileIsNamedWithTheReasonAndLeavesNothing(BadFile bad) throws IOException {
        upload(Map.of("name", "never"), bad.name, bad.content)
                .expectStatus()
                .isEqualTo(bad.status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("#/file")
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail).asString().contains(bad.reason));

        http.get().uri("/v1/datasets/never").exchange().expectStatus().isNotFound();
        assertThat(left(home.resolve("uploads"))).isEmpty();
        assertThat(left(home.resolve("datasets/uploaded"))).noneMatch(file -> file.startsWith("never"));
    }

    private record BadFile(String name, byte[] content, int status, String reason) {
        @Override
        public String toString() {
            return reason;
        }
    }

    static Stream<BadFile> badFiles() throws IOException {
        return Stream.of(
                new BadFile(
                        "b.zip",
                        new Zips()
                                .file("b.csv", ("a\n" + "1\n".repeat(8 << 20)).getBytes())
                                .bytes(),
                        413,
                        "b.csv: unpacked"),
                new BadFile(
                        "b.zip",
                        Zips.ofClasses(9, "a").file("b.png", imageBomb()).bytes(),
                        422,
                        "b.png: "),
                new BadFile("b.zip", new Zips().picture("../up.png", 1).bytes(), 422, "../up.png: its path leads out"),
                new BadFile("b.zip", new Zips().link("l.png", "/etc/passwd").bytes(), 422, "l.png: it is a link"),
                new BadFile("b.zip", "no zip".getBytes(), 422, "b.zip: this is no zip file"),
                new BadFile("b.zip", Zips.ofClasses(9, "a", "b").folder("c").bytes(), 422, "c: this class folder"),
                new BadFile("b.csv", "a,b\n1,Infinity\n".getBytes(), 422, "b.csv: line 2, column b: 'Infinity'"),
                new BadFile("b.csv", "a,b\n1,2\n3,two\n".getBytes(), 422, "b.csv: line 3, column b: 'two'"),
                new BadFile("b.csv", "a,b\n1,2\n3\n".getBytes(), 422, "b.csv: line 3 has 1 fields"),
                new BadFile("b.npy", NpyBytes.of("|O", "(1, 1)", new byte[8]), 422, "b.npy: arrays of type '|O'"),
                new BadFile("b.npy", NpyBytes.floats("(9, 9)", 1), 422, "b.npy: the header announces 81 values"),
                new BadFile(
                        "b-idx3-ubyte", Arrays.copyOf(IdxBytes.images(9, 9, 9), 99), 422, "b-idx3-ubyte: the header"),
                new BadFile("b.txt", "hello".getBytes(), 422, "b.txt: no file is of a known kind"),
                new BadFile("b.zip", new Zips().file("x/y.zip", new byte[9]).bytes(), 422, "x/y.zip: an archive in an"),
                new BadFile(
                        "b.zip",
                        Zips.ofClasses(9, "a").file("more.npz", new byte[9]).bytes(),
                        422,
                        "more.npz: an archive in an archive"),
                new BadFile("b.zip", new Zips().folder("a").bytes(), 422, "b.zip: there is no file in it"),
                new BadFile(
                        "b.zip",
                        Zips.ofClasses(9, "a")
                                .file("labels.csv", "a\n1\n".getBytes())
                                .bytes(),
                        422,
                        "labels.csv: it would be left out beside a/0.png"));
    }

    private static byte[] numbers() {
        float[] numbers = new float[40];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return NpyBytes.floats("(40, 1)", numbers);
    }

    /** A picture of 60,000 × 60,000 pixels in a few bytes. */
    private static byte[] imageBomb() {
        byte[] png = Zips.picture(1, 1, 8, 8);
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        return png;
    }

    private static List<String> left(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private RestTestClient.ResponseSpec upload(Map<String, String> form, String name, byte[] content) {
        return upload(form, Map.of(name, content));
    }

    private RestTestClient.ResponseSpec upload(Map<String, String> form, Map<String, byte[]> files) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        form.forEach(parts::add);
        files.forEach((name, content) -> parts.add("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        }));
        return http.post()
                .uri("/v1/datasets")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts)
                .exchange();
    }
}
