package dev.latent.inference.http;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.image.ImageGrid;
import dev.latent.image.Png;
import dev.latent.image.ScatterPlot;
import dev.latent.inference.operation.Denoised;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.Table;
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
        Samples rows = drawable(result.clean(), result)
                .followedBy(drawable(result.noisy(), result))
                .followedBy(drawable(result.denoised(), result));
        int[] colours = new int[3 * count];
        Arrays.setAll(colours, i -> i / count);
        Samples samples = new Samples(rows.shape(), rows.values(), colours);
        return Png.encode(
                samples.shape().isImage()
                        ? ImageGrid.ofColumns(count).draw(samples)
                        : new ScatterPlot(PLOT_SIDE).draw(samples));
    }

    private static Samples drawable(SampleData data, Denoised result) {
        return data instanceof Table table && result.clean() instanceof Table clean
                ? table.about(clean.columns())
                : (Samples) data;
    }
}
