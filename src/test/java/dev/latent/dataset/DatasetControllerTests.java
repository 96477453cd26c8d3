package dev.latent.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.ServiceTest;
import dev.latent.dataset.source.IdxBytes;
import dev.latent.image.Picture;
import dev.latent.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class DatasetControllerTests {
    @TempDir
    static Path directory;

    @Autowired
    RestTestClient http;

    @DynamicPropertySource
    static void directoryOfDatasets(DynamicPropertyRegistry registry) throws IOException {
        Path found = Files.createDirectory(directory.resolve("found"));
        Files.write(found.resolve("train-images-idx3-ubyte.gz"), IdxBytes.gzipped(IdxBytes.images(12, 8, 8)));
        Files.write(found.resolve("train-labels-idx1-ubyte"), IdxBytes.labels(0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1));
        Path broken = Files.createDirectory(directory.resolve("broken"));
        Files.write(broken.resolve("train-images-idx3-ubyte"), Arrays.copyOf(IdxBytes.images(12, 8, 8), 99));
        registry.add("latent.datasets.directory", directory::toString);
    }

    @Test
    void builtInAndFoundDatasetsAreListedByName() {
        http.get()
                .uri("/v1/datasets")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[*].name")
                .value(names -> assertThat(names)
                        .asString()
                        .isEqualTo("[\"digits\",\"digits-outline\",\"found\",\"gmm-10\",\"gmm-5\",\"grid\",\"moons\","
                                + "\"ring\",\"swiss-roll\"]"))
                .jsonPath("$.next")
                .isEqualTo(null);
    }

    @Test
    void theListComesInPages() {
        http.get()
                .uri("/v1/datasets?limit=2")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.next")
                .isNotEmpty();
    }

    @Test
    void aRefusedFolderIsNamedWithTheReason() {
        http.get()
                .uri("/v1/datasets")
                .exchange()
                .expectBody()
                .jsonPath("$.refused.broken")
                .isEqualTo("train-images-idx3-ubyte: the header announces [12, 8, 8], which is 784 bytes, but the file"
                        + " has 99");
        http.get()
                .uri("/v1/datasets/broken")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail).asString().contains("train-images-idx3-ubyte: the header"));
    }

    @Test
    void theDetailTellsShapeClassesAndCounts() {
        http.get()
                .uri("/v1/datasets/digits")
                .exchange()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("image")
                .jsonPath("$.shape")
                .isEqualTo(List.of(1, 28, 28))
                .jsonPath("$.classes.length()")
                .isEqualTo(10)
                .jsonPath("$.counts.validation")
                .isEqualTo(10000)
                .jsonPath("$.valueRange")
                .isEqualTo(List.of(0.0, 1.0))
                .jsonPath("$.digest")
                .isNotEmpty();
    }

    @Test
    void samplesAreAPicture() throws IOException {
        byte[] png = body("/v1/datasets/digits/samples?count=4", MediaType.IMAGE_PNG);

        Picture picture = new PictureReader(100_000).read(png).picture();
        assertThat(picture.shape().dimensions()).containsExactly(1, 56, 56);
    }

    @Test
    void pointsAreAPictureToo() throws IOException {
        byte[] png = body("/v1/datasets/ring/samples?count=512", MediaType.IMAGE_PNG);

        assertThat(new PictureReader(1_000_000).read(png).picture().channels()).isEqualTo(3);
    }

    @Test
    void samplesAreJson() {
        http.get()
                .uri("/v1/datasets/found/samples?split=train&index=3&count=2")
                .exchange()
                .expectBody()
                .jsonPath("$.shape")
                .isEqualTo(List.of(1, 8, 8))
                .jsonPath("$.values.length()")
                .isEqualTo(2)
                .jsonPath("$.values[0].length()")
                .isEqualTo(64)
                .jsonPath("$.labels")
                .isEqualTo(List.of(1, 0));
    }

    @Test
    void samplesAreNumpyArrays() {
        byte[] npy = body("/v1/datasets/digits/samples?count=2", MediaType.parseMediaType("application/x-npy"));

        assertThat(npy).hasSize(128 + 2 * 784 * 4);
    }

    @Test
    void vectorsAreCsv() {
        byte[] csv = body("/v1/datasets/moons/samples?count=2", MediaType.parseMediaType("text/csv"));

        assertThat(csv).asString().startsWith("x0,x1,label\r\n").hasLineCount(3);
    }

    @Test
    void samplesThatTheClientHasAreNotSentAgain() {
        EntityExchangeResult<byte[]> first = http.get()
                .uri("/v1/datasets/ring/samples")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .expectBody()
                .returnResult();

        http.get()
                .uri("/v1/datasets/ring/samples")
                .header(HttpHeaders.IF_NONE_MATCH, first.getResponseHeaders().getETag())
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @ParameterizedTest
    @CsvSource({
        "split=nothing, split",
        "index=-1, index",
        "index=10000, index",
        "index=many, index",
        "count=0, count",
        "count=1025, count",
        "count=1000000000, count",
        "index=9990&count=11, count"
    })
    void aBadParameterIsNamed(String query, String parameter) {
        http.get()
                .uri("/v1/datasets/digits/samples?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo(parameter);
    }

    @Test
    void anEmptySplitHasNoSamples() {
        http.get()
                .uri("/v1/datasets/found/samples")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("the split test of this dataset is empty");
    }

    @Test
    void aFormatThatSamplesDoNotHaveIsNotAcceptable() {
        http.get()
                .uri("/v1/datasets/digits/samples")
                .accept(MediaType.APPLICATION_XML)
                .exchange()
                .expectStatus()
                .isEqualTo(406);
    }

    @Test
    void anUnknownDatasetIsNotFound() {
        http.get().uri("/v1/datasets/nothing/samples").exchange().expectStatus().isNotFound();
    }

    @Test
    void builtInDatasetsAreNotDeleted() {
        http.delete().uri("/v1/datasets/digits").exchange().expectStatus().isEqualTo(409);
    }

    private byte[] body(String uri, MediaType accept) {
        return http.get()
                .uri(uri)
                .accept(accept)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(accept)
                .expectBody()
                .returnResult()
                .getResponseBody();
    }
}
