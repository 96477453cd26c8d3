package dev.latent.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.inference.engine.LoadedModels;
import dev.latent.registry.ModelRegistry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class SamplesTests {
    private static final String PATH = "/v1/models/samples-vae/samples";

    @Autowired
    RestTestClient http;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("samples-vae").isEmpty()) {
            TestModels.publish(registry, "samples-vae", "vae", TestModels.DIGIT);
            TestModels.publish(registry, "samples-vae", "vae", TestModels.DIGIT, "{}", 2);
            TestModels.publish(registry, "samples-cgan", "cgan", TestModels.DIGIT);
            TestModels.publish(registry, "samples-points", "vae", TestModels.POINT);
        }
    }

    @Test
    void samplesComeAsJsonWithShapeRangeAndSeed() {
        http.get()
                .uri(PATH + "?count=3&seed=5")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.shape")
                .isEqualTo(List.of(1, 28, 28))
                .jsonPath("$.valueRange")
                .isEqualTo(List.of(0.0, 1.0))
                .jsonPath("$.values.length()")
                .isEqualTo(3)
                .jsonPath("$.values[0].length()")
                .isEqualTo(784)
                .jsonPath("$.seed")
                .isEqualTo(5);
    }

    @Test
    void samplesComeAsAPictureAndAsNumPyArray() {
        assertThat(get(PATH + "?count=4&seed=5", "image/png")).startsWith(0x89, 'P', 'N', 'G');
        assertThat(get(PATH + "?count=4&seed=5", "application/x-npy")).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y');
    }

    @Test
    void vectorsComeInTheUnitsOfTheirDatasetAndAsCsvToo() {
        assertThat(new String(get("/v1/models/samples-points/samples?count=4&seed=5", "text/csv")))
                .hasLineCount(5);
    }

    @Test
    void theAnswerNamesTheVersionAndTheSeed() {
        http.get()
                .uri(PATH + "?seed=5&version=1")
                .exchange()
                .expectHeader()
                .valueEquals("Latent-Model-Version", "1")
                .expectHeader()
                .valueEquals("Latent-Seed", "5");
    }

    @Test
    void withoutASeedOneIsDrawnThatGivesTheSameSamplesAgain() {
        HttpHeaders first = http.get()
                .uri(PATH + "?count=1")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
        String seed = first.getFirst("Latent-Seed");

        http.get()
                .uri(PATH + "?count=1&seed=" + seed)
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, String.valueOf(first.getETag()));
    }

    @Test
    void aConditionalModelCyclesThroughTheLabelsAskedFor() {
        http.get()
                .uri("/v1/models/samples-cgan/samples?count=5&label=3&label=4&seed=1")
                .exchange()
                .expectBody()
                .jsonPath("$.labels")
                .isEqualTo(List.of(3, 4, 3, 4, 3));
    }

    @Test
    void withoutLabelsAConditionalModelCyclesThroughItsClasses() {
        http.get()
                .uri("/v1/models/samples-cgan/samples?count=12&seed=1")
                .exchange()
                .expectBody()
                .jsonPath("$.labels")
                .isEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1));
    }

    @Test
    void theSameSeedGivesTheSameBytesAloneAndAmongOthers() {
        byte[] alone = get(PATH + "?count=5&seed=7&version=1", "application/x-npy");

        List<CompletableFuture<byte[]>> together = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> get(
                        PATH + "?version=1&count=" + (i % 3 == 0 ? "5&seed=7" : "9&seed=" + i), "application/x-npy")))
                .toList();

        for (int i = 0; i < together.size(); i += 3) {
            assertThat(together.get(i).join()).isEqualTo(alone);
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAfterTheModelWasLoadedAgain(@Autowired LoadedModels loaded) {
        byte[] before = get(PATH + "?count=5&seed=7&version=1", "application/x-npy");

        loaded.close();

        assertThat(get(PATH + "?count=5&seed=7&version=1", "application/x-npy")).isEqualTo(before);
    }

    @Test
    void aSampleIsTheSameHoweverManyAreAskedFor() {
        for (String model : List.of("samples-vae", "samples-cgan", "samples-points")) {
            byte[] few = valuesOf(get("/v1/models/" + model + "/samples?count=3&seed=7", "application/x-npy"), 3);
            for (int count : new int[] {4, 9, 40, 200}) {
                byte[] many = valuesOf(
                        get("/v1/models/" + model + "/samples?seed=7&count=" + count, "application/x-npy"), count);
                assertThat(Arrays.copyOf(many, few.length))
                        .as(model + " " + count)
                        .isEqualTo(few);
            }
        }
    }

    /** What follows the header. */
    private static byte[] valuesOf(byte[] npy, int count) {
        int header = 10 + (npy[8] & 0xFF) + 256 * (npy[9] & 0xFF);
        assertThat((npy.length - header) % count).isZero();
        return Arrays.copyOfRange(npy, header, npy.length);
    }

    private byte[] get(String uri, String accept) {
        return http.get()
                .uri(uri)
                .accept(MediaType.parseMediaType(accept))
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
