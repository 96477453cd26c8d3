package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.latent.sample.SampleShape;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PictureQualityTests {
    private static final SampleShape.Image SHAPE = new SampleShape.Image(1, 28, 28);

    @Test
    void anErrorOfATenthEverywhereIsTwentyDecibels() {
        assertThat(Psnr.of(constant(0.5f), constant(0.6f))).isCloseTo(20, within(1e-4));
    }

    @Test
    void equalImagesHaveAHundredDecibels() {
        assertThat(Psnr.of(constant(0.5f), constant(0.5f))).isEqualTo(100);
    }

    @Test
    void soHaveThoseThatDifferByRounding() {
        assertThat(Psnr.of(constant(0.5f), constant(0.5f + 1e-6f))).isEqualTo(100);
    }

    @Test
    void imagesOfOtherSizesAreNotCompared() {
        assertThatThrownBy(() -> Psnr.of(new float[3], new float[4])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ssim.of(SHAPE, new float[3], constant(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalImagesAreWhollySimilar() {
        float[] image = noisy(constant(0.5f), 0.3);
        assertThat(Ssim.of(SHAPE, image, image)).isCloseTo(1, within(1e-9));
    }

    /** Without variance only the means count: (2ab + C₁) / (a² + b² + C₁). */
    @Test
    void theSimilarityOfEvenImagesIsThatOfTheirMeans() {
        double expected = (2 * 0.2 * 0.8 + 1e-4) / (0.04 + 0.64 + 1e-4);
        assertThat(Ssim.of(SHAPE, constant(0.2f), constant(0.8f))).isCloseTo(expected, within(1e-6));
    }

    /** The value is of a calculation apart from this code: a window of 11×11, σ 1.5, C₁ 10⁻⁴, C₂ 9·10⁻⁴, in two passes. */
    @Test
    void theSimilarityOfUnlikePatternsIsThatOfThePapersWindowAndConstants() {
        SampleShape.Image shape = new SampleShape.Image(1, 12, 13);
        float[] first = new float[shape.size()];
        float[] second = new float[shape.size()];
        for (int i = 0; i < first.length; i++) {
            int row = i / 13;
            int column = i % 13;
            first[i] = (7 * row + 3 * column) % 17 / 16f;
            second[i] = (5 * row + 2 * column) % 9 / 8f;
        }

        assertThat(Ssim.of(shape, first, second)).isCloseTo(0.28199143996320825, within(1e-9));
    }

    @Test
    void anInvertedImageIsUnlike() {
        float[] image = noisy(constant(0.5f), 0.3);
        float[] inverted = image.clone();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = 1 - inverted[i];
        }
        assertThat(Ssim.of(SHAPE, image, inverted)).isLessThan(-0.5);
    }

    @Test
    void moreNoiseIsLessSimilar() {
        float[] image = noisy(constant(0.5f), 0.3);
        assertThat(Ssim.of(SHAPE, image, noisy(image, 0.1))).isGreaterThan(Ssim.of(SHAPE, image, noisy(image, 0.3)));
    }

    @Test
    void imagesSmallerThanTheWindowAreComparedToo() {
        SampleShape.Image small = new SampleShape.Image(3, 4, 8);
        float[] image = new float[small.size()];
        assertThat(Ssim.of(small, image, image)).isCloseTo(1, within(1e-9));
    }

    private static float[] constant(float value) {
        float[] image = new float[SHAPE.size()];
        Arrays.fill(image, value);
        return image;
    }

    private static float[] noisy(float[] image, double deviation) {
        SplittableRandom random = new SplittableRandom(5);
        float[] noisy = image.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (deviation * random.nextGaussian());
        }
        return noisy;
    }
}
