package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.corruption.LearnedLevels;
import dev.latent.family.PictureDenoiser;
import dev.latent.image.PictureOnDisk;
import dev.latent.inference.operation.LargeCleaning.Levelled;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape.Image;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture that is denoised in bands becomes what it becomes as a whole. */
class LargeCleaningTests {
    private static final int REACH = 4;
    private static final PictureDenoiser DENOISER =
            new PictureDenoiser(new LearnedLevels(0.02, 0.3), 16, new DifferencesToMeans());

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"1, 1500, 4000,", "3, 700, 3001,", "1, 1500, 4000, 0.1", "1, 1023, 4200, 0.5"})
    void noSeamIsSeen(int channels, int height, int width, @Nullable Double level) throws IOException {
        Image shape = new Image(channels, height, width);
        float[] noisy = noisy(shape);
        float[] whole = DENOISER.denoise(noisy, shape, level).values();
        try (PictureOnDisk picture = PictureOnDisk.create(shape, 32, home.resolve("pixels"))) {
            picture.write(0, height, noisy, 0, PixelLevels.FLOATS);
            Levelled levelled = new Levelled(picture, PixelLevels.FLOATS);

            Double removed = new LargeCleaning(DENOISER, REACH).clean(levelled, levelled, level);

            assertThat(removed).isEqualTo(DENOISER.denoise(noisy, shape, level).level());
            assertThat(picture.read(0, 0, height, width, PixelLevels.FLOATS)).isEqualTo(whole);
        }
    }

    private static float[] noisy(Image shape) {
        Random random = new Random(1);
        float[] noisy = new float[shape.size()];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (i % 977 / 977.0 + 0.1 * random.nextGaussian());
        }
        return noisy;
    }

    /** What a pixel differs by from those so far above, below and to its left. */
    private static final class DifferencesToMeans implements PictureDenoiser.Finder {
        @Override
        public float[] noise(float[] picture, Image shape, @Nullable Float level) {
            float[] noise = new float[picture.length];
            for (int i = 0; i < noise.length; i++) {
                int x = i % shape.width();
                int y = i / shape.width() % shape.height();
                float above = picture[y >= REACH ? i - REACH * shape.width() : i];
                float below = picture[y < shape.height() - REACH ? i + REACH * shape.width() : i];
                float left = picture[x >= REACH ? i - REACH : i];
                noise[i] = picture[i] - (above + below + left) / 3 * (1 + level);
            }
            return noise;
        }

        @Override
        public float[] levels(float[] windows, Image window) {
            float[] levels = new float[windows.length / window.size()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = 0.05f + Math.abs(windows[i * window.size()]) / 10;
            }
            return levels;
        }
    }
}
