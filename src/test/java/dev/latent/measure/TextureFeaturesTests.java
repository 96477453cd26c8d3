package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.ImageFilters;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Pictures of a dozen coloured rectangles each, and blobs, which are such pictures out of focus. */
@EngineTest
class TextureFeaturesTests {
    private static final int N = 150;
    private static final int SIDE = 16;
    private static final int CHANNELS = 3;

    @Test
    void blobsPassForPicturesInPixelsButNotInTexture(NDManager manager) {
        NDArray real = pictures(manager, 1);
        NDArray test = pictures(manager, 2);
        NDArray blobs = ImageFilters.gaussianBlur(pictures(manager, 3), 2);
        TextureFeatures texture = TextureFeatures.of(real, manager);

        Fidelity inPixels = Fidelity.of(SampleArrays.rows(real), SampleArrays.rows(blobs));
        Fidelity inTexture = Fidelity.of(texture.of(real), texture.of(blobs));
        Fidelity ofTest = Fidelity.of(texture.of(real), texture.of(test));

        assertThat(inPixels.precision()).isGreaterThan(0.9);
        assertThat(inTexture.precision()).isLessThan(0.4);
        assertThat(inTexture.coverage()).isLessThan(0.2);
        assertThat(ofTest.precision()).isGreaterThan(0.5);
        assertThat(ofTest.coverage()).isGreaterThan(0.8);
    }

    @Test
    void theFrechetDistanceOfBlobsIsManyTimesThatOfPictures(NDManager manager) {
        NDArray real = pictures(manager, 1);
        TextureFeatures texture = TextureFeatures.of(real, manager);
        FeatureStatistics statistics = FeatureStatistics.of(texture.of(real));

        double ofTest = FrechetDistance.between(statistics, FeatureStatistics.of(texture.of(pictures(manager, 2))));
        double ofBlobs = FrechetDistance.between(
                statistics, FeatureStatistics.of(texture.of(ImageFilters.gaussianBlur(pictures(manager, 3), 2))));

        assertThat(ofBlobs).isGreaterThan(5 * ofTest);
    }

    @Test
    void theSmallestPicturesHaveTexture(NDManager manager) {
        NDArray tiny = manager.randomUniform(0, 1, new Shape(20, 1, 1, 3));

        assertThat(TextureFeatures.of(tiny, manager).of(tiny).toFloatArray()).doesNotContain(Float.NaN);
    }

    private static NDArray pictures(NDManager manager, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[N * CHANNELS * SIDE * SIDE];
        for (int i = 0; i < N; i++) {
            for (int rectangle = 0; rectangle < 12; rectangle++) {
                paint(values, i * CHANNELS * SIDE * SIDE, random);
            }
        }
        return manager.create(values, new Shape(N, CHANNELS, SIDE, SIDE));
    }

    private static void paint(float[] values, int offset, SplittableRandom random) {
        int top = random.nextInt(SIDE - 3);
        int left = random.nextInt(SIDE - 3);
        int bottom = top + 3 + random.nextInt(SIDE - top - 2);
        int right = left + 3 + random.nextInt(SIDE - left - 2);
        for (int channel = 0; channel < CHANNELS; channel++) {
            float colour = (float) random.nextDouble();
            for (int y = top; y < Math.min(bottom, SIDE); y++) {
                for (int x = left; x < Math.min(right, SIDE); x++) {
                    values[offset + (channel * SIDE + y) * SIDE + x] = colour;
                }
            }
        }
    }
}
