package dev.latent.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class CachingTests {
    private static final String SAMPLES = "/v1/models/caching/samples?count=2";

    @Autowired
    RestTestClient client;

    @Autowired
    MeterRegistry meters;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("caching").isEmpty()) {
            TestModels.publish(registry, "caching", "vae", TestModels.DIGIT, "{}", 1);
            TestModels.publish(registry, "caching", "vae", TestModels.DIGIT, "{}", 2);
            registry.alias("caching", "champion", 1);
        }
    }

    @Test
    void whereVersionAndSeedAreInTheUrlTheAnswerIsGoodForever() {
        assertThat(cacheControl("&version=1&seed=1")).isEqualTo("private, immutable, max-age=31536000");
    }

    @Test
    void throughLatestOrAnAliasItMustBeAskedAgain() {
        assertThat(cacheControl("&version=latest&seed=1")).isEqualTo("no-cache");
        assertThat(cacheControl("&version=champion&seed=1")).isEqualTo("no-cache");
        assertThat(cacheControl("&seed=1")).isEqualTo("no-cache");
    }

    @Test
    void withoutASeedItIsNotStored() {
        assertThat(cacheControl("&version=1")).isEqualTo("no-store");
    }

    @Test
    void theTagIsStrongAndTheSameForTheSameAnswer() {
        String tag = tag("&version=1&seed=1", Http.PNG);
        assertThat(tag).startsWith("\"").isEqualTo(tag("&seed=1&version=champion", Http.PNG));
    }

    @Test
    void theTagDiffersByVersionSeedParametersAndMediaType() {
        String tag = tag("&version=1&seed=1", Http.PNG);
        assertThat(tag)
                .isNotEqualTo(tag("&version=2&seed=1", Http.PNG))
                .isNotEqualTo(tag("&version=1&seed=2", Http.PNG))
                .isNotEqualTo(tag("&version=1&seed=1", Http.NPY));
        assertThat(http().get("/v1/models/caching/samples?count=3&version=1&seed=1", Http.PNG)
                        .getResponseHeaders()
                        .getETag())
                .isNotEqualTo(tag);
    }

    @Test
    void aKnownAnswerIsNotComputedAgain() {
        HttpHeaders headers = new HttpHeaders();
        headers.setIfNoneMatch(tag("&version=1&seed=1", "*/*"));
        double before = forwards();

        EntityExchangeResult<byte[]> answer = http().get(SAMPLES + "&version=1&seed=1", headers);

        assertThat(answer.getStatus().value()).isEqualTo(304);
        assertThat(answer.getResponseBody()).isNull();
        assertThat(answer.getResponseHeaders().getCacheControl()).contains("immutable");
        assertThat(forwards()).isEqualTo(before);
    }

    @Test
    void whatVariesWithAcceptSaysSo() {
        assertThat(http().get(SAMPLES, Http.PNG).getResponseHeaders().getVary()).contains("Accept");
    }

    private double forwards() {
        return meters.find("latent.inference").timers().stream()
                .mapToDouble(timer -> timer.count())
                .sum();
    }

    private String tag(String parameters, String accept) {
        return String.valueOf(
                http().get(SAMPLES + parameters, accept).getResponseHeaders().getETag());
    }

    private String cacheControl(String parameters) {
        return http().get(SAMPLES + parameters, Http.JSON).getResponseHeaders().getCacheControl();
    }

    private Http http() {
        return new Http(client);
    }
}
