package dev.latent.family;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not the default trains as well, in every family that has the choice, and is not ignored. */
@EngineTest
class FamilyOptionTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "reconstruction": "bernoulli"               | autoencoder denoising-autoencoder
                    "reconstruction": "gaussian"                | vae
                    "target": "corrupted"                       | denoising-autoencoder
                    "target": "independent"                     | denoising-autoencoder
                    "corruptions": [{"kind": "gaussian", "minLevel": 0.1, "maxLevel": 0.9}] | denoising-autoencoder
                    "corruptions": [{"kind": "speckle", "level": 0.5}, {"kind": "masking", "minLevel": 0, "maxLevel": 0.5}, {"kind": "salt-and-pepper", "level": 0.2}] | denoising-autoencoder
                    "binarization": "dynamic"                   | vae
                    "binarization": "fixed"                     | vae
                    "covariance": "full"                        | vae
                    "conditional": true                         | vae
                    "conditional": true, "covariance": "full"   | vae
                    "conditioning": "concat"                    | cgan
                    "generatorLoss": "saturating"               | gan dcgan cgan
                    "discriminatorSteps": 2                     | gan dcgan cgan
                    "labelSmoothing": 0.1                       | gan dcgan cgan cyclegan discogan
                    "reuseFakes": true                          | gan dcgan cgan wgan
                    "spectralNormalization": true               | gan dcgan cgan wgan cyclegan discogan
                    "instanceNoise": 0.1                        | dcgan cgan wgan cyclegan discogan
                    "instanceNoise": 0                          | gan
                    "lipschitz": "clip"                         | wgan
                    "identityWeight": 5                         | cyclegan
                    "imagePoolSize": 0                          | cyclegan
                    """)
    void theStepsWithAnOptionHaveFiniteLossesOfTheirOwn(String option, String families, NDManager manager) {
        for (String family : families.split(" ")) {
            List<Map<String, Float>> losses = losses(manager, family, option);

            assertThat(losses)
                    .as(family)
                    .isNotEqualTo(losses(manager, family, ""))
                    .allSatisfy(step -> assertThat(step)
                            .isNotEmpty()
                            .allSatisfy(
                                    (name, value) -> assertThat(value).as(name).isFinite()));
        }
    }

    private static List<Map<String, Float>> losses(NDManager manager, String family, String option) {
        SampleShape image = new SampleShape.Image(1, 8, 8);
        return SmallModel.of(manager, family, image, "{" + option + "}").train(2);
    }
}
