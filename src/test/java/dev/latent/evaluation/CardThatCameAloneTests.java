package dev.latent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.Http;
import dev.latent.ServiceTest;
import dev.latent.registry.ModelRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class CardThatCameAloneTests {
    @Autowired
    RestTestClient client;

    @Autowired
    ModelRegistry registry;

    @ParameterizedTest
    @ValueSource(strings = {"mnist-denoiser", "mnist-vae", "mnist-cgan", "mnist-dcgan", "digits-translator"})
    void theCardOfAShippedModelIsAPageAsWell(String shipped) throws IOException {
        String model = "page-of-" + shipped;
        if (registry.family(model).isEmpty()) {
            registry.publish(model, Path.of("models", shipped), null);
        }

        EntityExchangeResult<byte[]> answer =
                new Http(client).get("/v1/models/" + model + "/versions/1/quality", Http.PNG);

        BufferedImage page = ImageIO.read(new ByteArrayInputStream(answer.getResponseBody()));
        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(page.getWidth()).isGreaterThan(800);
        assertThat(page.getHeight()).isGreaterThan(samples(shipped).getHeight() + 100);
    }

    private static BufferedImage samples(String shipped) throws IOException {
        return ImageIO.read(Path.of("models", shipped, "samples.png").toFile());
    }
}
