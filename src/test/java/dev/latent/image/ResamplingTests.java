package dev.latent.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.sample.SampleShape;
import org.junit.jupiter.api.Test;

class ResamplingTests {
    @Test
    void halvingKeepsTheMean() {
        float[] checkers = new float[64];
        for (int i = 0; i < 64; i++) {
            checkers[i] = (i / 8 + i) % 2;
        }

        for (float value : new Resampling(4, 4).apply(checkers, 8, 8, 0)) {
            assertThat(value).isCloseTo(0.5f, within(0.13f));
        }
    }

    @Test
    void aConstantStaysWhatItIsAtAnySize() {
        float[] constant = {0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f};

        for (float value : new Resampling(7, 5).apply(constant, 2, 3, 0)) {
            assertThat(value).isCloseTo(0.3f, within(1e-6f));
        }
    }

    @Test
    void theSameSizeChangesNothing() {
        float[] plane = {1, 2, 3, 4, 5, 6};

        assertThat(new Resampling(2, 3).apply(plane, 2, 3, 0)).containsExactly(plane);
    }

    @Test
    void aWidePictureIsCutOnBothSides() {
        float[] wide = {9, 9, 1, 2, 9, 9, 9, 9, 3, 4, 9, 9};

        assertThat(new Resampling(2, 2).apply(wide, 2, 6, 0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aWidePictureIsContainedAsAWhole() {
        float[] wide = {1, 1, 2, 2, 1, 1, 2, 2};

        assertThat(new Resampling(2, 2, Fit.CONTAIN).apply(wide, 2, 4, 9))
                .containsExactly(new float[] {8 / 7f, 13 / 7f, 9, 9}, within(1e-6f));
    }

    @Test
    void whatIsContainedStandsInTheMiddle() {
        float[] tall = {5, 5, 5, 5, 5, 5, 5, 5, 5};

        assertThat(new Resampling(3, 3, Fit.CONTAIN).apply(tall, 9, 1, 9)).containsExactly(9, 5, 9, 9, 5, 9, 9, 5, 9);
    }

    @Test
    void aWidePictureIsStretched() {
        float[] wide = {1, 1, 3, 3};

        assertThat(new Resampling(2, 4, Fit.STRETCH).apply(wide, 1, 4, 0)).containsExactly(1, 1, 3, 3, 1, 1, 3, 3);
    }

    @Test
    void theBackgroundIsAroundWhatIsContained() {
        PixelTransform onRed = new PixelTransform(new Resampling(2, 1, Fit.CONTAIN), 3, Background.of("red"));

        assertThat(onRed.apply(new SampleShape.Image(1, 1, 1), new byte[] {7}))
                .containsExactly(7, (byte) 255, 7, 0, 7, 0);
    }

    @Test
    void coloursBecomeTheirLuma() {
        SampleShape.Image pixel = new SampleShape.Image(3, 1, 1);
        PixelTransform grey = new PixelTransform(null, 1);

        assertThat(grey.apply(pixel, new byte[] {(byte) 255, 0, 0})).containsExactly(76);
        assertThat(grey.apply(pixel, new byte[] {0, (byte) 255, 0})).containsExactly((byte) 150);
        assertThat(grey.apply(pixel, new byte[] {(byte) 255, (byte) 255, (byte) 255}))
                .containsExactly((byte) 255);
    }

    @Test
    void greyIsRepeated() {
        PixelTransform colour = new PixelTransform(null, 3);

        assertThat(colour.apply(new SampleShape.Image(1, 1, 2), new byte[] {1, 2}))
                .containsExactly(1, 2, 1, 2, 1, 2);
    }
}
