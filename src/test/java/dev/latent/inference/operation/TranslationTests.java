package dev.latent.inference.operation;

import static dev.latent.Http.JSON;
import static dev.latent.Http.PNG;
import static dev.latent.Http.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.TestModels;
import dev.latent.registry.ModelRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class TranslationTests {
    private static final String MODEL = "/v1/models/translation";

    @Autowired
    RestTestClient client;

    private Http http;

    @BeforeAll
    static void publish(@Autowired ModelRegistry registry) throws IOException {
        if (registry.family("translation").isEmpty()) {
            TestModels.publish(registry, "translation", "cyclegan", TestModels.DIGIT);
        }
    }

    @BeforeEach
    void connect() {
        http = new Http(client);
    }

    @Test
    void datasetSamplesAreTranslatedAndTheirCycleErrorIsTold() {
        JsonNode body = json(http.get(MODEL + "/translated?dataset=digits&count=3&direction=b-to-a", JSON));

        assertThat(body.at("/values").size()).isEqualTo(3);
        assertThat(body.at("/cycleError").size()).isEqualTo(3);
    }

    @Test
    void theOriginalsStandBesideThemAndWhatComesBackOfThem() {
        JsonNode body = json(http.get(MODEL + "/translated?dataset=digits&count=3&direction=b-to-a", JSON));
        JsonNode samples = json(http.get("/v1/datasets/digits/samples?split=test&count=3", JSON));

        assertThat(body.at("/originals/values")).isEqualTo(samples.at("/values"));
        double error = 0;
        for (int i = 0; i < 784; i++) {
            error += Math.abs(body.at("/originals/values/1/" + i).doubleValue()
                            - body.at("/back/values/1/" + i).doubleValue())
                    / 784;
        }
        assertThat(body.at("/cycleError/1").doubleValue()).isCloseTo(error, within(1e-4));
    }

    @Test
    void theirPictureHasARowOfEach() throws IOException {
        byte[] png = http.get(MODEL + "/translated?dataset=digits&count=5", PNG).getResponseBody();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(picture.getWidth()).isEqualTo(5 * 28);
        assertThat(picture.getHeight()).isEqualTo(3 * 28);
    }

    @Test
    void theCycleErrorIsTheMeanDistanceAfterThereAndBack() {
        byte[] samples =
                http.get("/v1/datasets/digits/samples?split=test&count=1", JSON).getResponseBody();
        EntityExchangeResult<byte[]> there = http.post(MODEL + "/translate", JSON, samples, JSON);
        JsonNode back = json(http.post(MODEL + "/translate?direction=b-to-a", JSON, there.getResponseBody(), JSON));
        JsonNode sent = JsonMapper.shared().readTree(samples);
        double error = 0;
        for (int i = 0; i < 784; i++) {
            String pixel = "/values/0/" + i;
            error += Math.abs(sent.at(pixel).doubleValue() - back.at(pixel).doubleValue()) / 784;
        }

        assertThat(json(there).at("/cycleError/0").doubleValue()).isCloseTo(error, within(1e-4));
    }

    @Test
    void translationsArePicturesToo() {
        assertThat(http.get(MODEL + "/translated?dataset=digits&count=3", PNG).getResponseBody())
                .startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void anUnknownDirectionIsExplained() {
        EntityExchangeResult<byte[]> answer = http.get(MODEL + "/translated?direction=up", JSON);

        assertThat(answer.getStatus().value()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/parameter").stringValue()).isEqualTo("direction");
    }
}
