package dev.latent.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latent.corruption.LearnedLevels;
import dev.latent.family.PictureDenoiser.Denoised;
import dev.latent.sample.SampleShape.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PictureDenoiserTests {
    private static final LearnedLevels LEVELS = new LearnedLevels(0.1, 0.2);
    private static final Image SHAPE = new Image(1, 8, 8);

    @Test
    void theLevelIsEstimatedAsTheMedianOfItsWindowsAndTold() {
        Found found = new Found(0.01f, 0.15f);

        Denoised denoised = new PictureDenoiser(LEVELS, 4, found).denoise(grey(0.7f), SHAPE, null);

        assertThat(found.windows).isEqualTo(4);
        assertThat(found.told).containsExactly(0.15f);
        assertThat(denoised.level()).isCloseTo(0.15, within(1e-6));
        assertThat(denoised.values()).containsOnly(new float[] {0.69f}, within(1e-6f));
    }

    @Test
    void aGivenLevelIsTakenForTheEstimate() {
        Found found = new Found(0.01f, 0.15f);

        Denoised denoised = new PictureDenoiser(LEVELS, 4, found).denoise(grey(0.7f), SHAPE, 0.12);

        assertThat(found.windows).isZero();
        assertThat(found.told).containsExactly(0.12f);
        assertThat(denoised.level()).isEqualTo(0.12);
    }

    @Test
    void whatIsCleanStaysClean() {
        float[] clean = grey(0.7f);

        assertThat(new PictureDenoiser(LEVELS, 4, new Found(0.03f, 0))
                        .denoise(clean, SHAPE, null)
                        .values())
                .isEqualTo(clean);
    }

    @Test
    void theGrainOfACleanPictureIsNoNoise() {
        float[] clean = grey(0.7f);

        assertThat(new PictureDenoiser(LEVELS, 4, new Found(0.03f, 0.006f))
                        .denoise(clean, SHAPE, null)
                        .values())
                .isEqualTo(clean);
    }

    @Test
    void ofNoiseBelowTheLowestLevelOnlyItsShareIsSubtracted() {
        Denoised denoised = new PictureDenoiser(LEVELS, 4, new Found(0.08f, 0.04f)).denoise(grey(0.7f), SHAPE, null);

        assertThat(denoised.values()).containsOnly(new float[] {0.7f - 0.08f * 0.24f}, within(1e-6f));
    }

    @Test
    void noiseAboveTheHighestLevelIsSeenAtLessContrast() {
        Found found = new Found(0.01f, 0.15f);

        Denoised denoised = new PictureDenoiser(LEVELS, 4, found).denoise(grey(0.7f), SHAPE, 0.4);

        assertThat(found.told).containsExactly(0.2f);
        assertThat(found.seen).containsOnly(new float[] {0.6f}, within(1e-6f));
        assertThat(denoised.values()).containsOnly(new float[] {0.7f - 0.02f}, within(1e-6f));
    }

    @Test
    void aModelThatIsToldNoLevelSubtractsAllThatItFinds() {
        Denoised denoised = new PictureDenoiser(null, 4, new Found(0.3f, 0.15f)).denoise(grey(0.2f), SHAPE, null);

        assertThat(denoised.level()).isNull();
        assertThat(denoised.values()).containsOnly(new float[] {-0.1f}, within(1e-6f));
    }

    @Test
    void aPictureOfOnePixelHasALevel() {
        Denoised denoised = new PictureDenoiser(LEVELS, 48, new Found(0, 0.15f))
                .denoise(new float[] {0.5f}, new Image(1, 1, 1), null);

        assertThat(denoised.values()).containsExactly(0.5f);
    }

    private static float[] grey(float value) {
        float[] values = new float[SHAPE.size()];
        Arrays.fill(values, value);
        return values;
    }

    /** Finds the same noise everywhere. */
    private static final class Found implements PictureDenoiser.Finder {
        private final float noise;
        private final float level;
        private final List<Float> told = new ArrayList<>();
        private float[] seen = {};
        private int windows;

        Found(float noise, float level) {
            this.noise = noise;
            this.level = level;
        }

        @Override
        public float[] noise(float[] picture, Image shape, @Nullable Float ofLevel) {
            seen = picture;
            if (ofLevel != null) {
                told.add(ofLevel);
            }
            float[] found = new float[picture.length];
            Arrays.fill(found, noise);
            return found;
        }

        @Override
        public float[] levels(float[] cut, Image window) {
            windows = cut.length / window.size();
            float[] levels = new float[windows];
            Arrays.fill(levels, level);
            levels[0] = 9;
            return windows == 1 ? new float[] {level} : levels;
        }
    }
}
