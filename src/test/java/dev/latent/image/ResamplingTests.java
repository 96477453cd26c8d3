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

        for (float value : new Resampling(4, 4).apply(checkers, 8, 8)) {
            assertThat(value).isCloseTo(0.5f, within(0.13f));
        }
    }

    @Test
    void aConstantStaysWhatItIsAtAnySize() {
        float[] constant = {0.3f, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f};

        for (float value : new Resampling(7, 5).apply(constant, 2, 3)) {
            assertThat(value).isCloseTo(0.3f, within(1e-6f));
        }
    }

    @Test
    void theSameSizeChangesNothing() {
        float[] plane = {1, 2, 3, 4, 5, 6};

        assertThat(new Resampling(2, 3).apply(plane, 2, 3)).containsExactly(plane);
    }

    @Test
    void aWidePictureIsCutOnBothSides() {
        float[] wide = {9, 9, 1, 2, 9, 9, 9, 9, 3, 4, 9, 9};

        assertThat(new Resampling(2, 2).apply(wide, 2, 6)).containsExactly(1, 2, 3, 4);
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
