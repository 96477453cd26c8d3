package dev.latent.inference;

import dev.latent.exchange.SampleFormat;
import dev.latent.image.ImageGrid;
import dev.latent.image.Png;
import dev.latent.image.ScatterPlot;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.Arrays;

/** {@code GET …/denoised} as a picture: a row each of clean, noisy and denoised images, or points in three colours. */
final class DenoisedPicture {
    private static final int PLOT_SIDE = 512;

    private DenoisedPicture() {}

    static SampleFormat[] formats(SampleShape shape) {
        return SampleFormat.PNG.writes(shape)
                ? new SampleFormat[] {SampleFormat.JSON, SampleFormat.PNG}
                : new SampleFormat[] {SampleFormat.JSON};
    }

    static byte[] draw(Denoised result) {
        int count = result.clean().count();
        int size = result.clean().values().length;
        float[] all = Arrays.copyOf(result.clean().values(), 3 * size);
        System.arraycopy(result.noisy().values(), 0, all, size, size);
        System.arraycopy(result.denoised().values(), 0, all, 2 * size, size);
        int[] rows = new int[3 * count];
        Arrays.setAll(rows, i -> i / count);
        Samples samples = new Samples(result.clean().shape(), all, rows);
        return Png.encode(
                samples.shape().isImage()
                        ? ImageGrid.ofColumns(count).draw(samples)
                        : new ScatterPlot(PLOT_SIDE).draw(samples));
    }
}
