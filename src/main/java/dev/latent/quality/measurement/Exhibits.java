package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import dev.latent.image.ImageGrid;
import dev.latent.image.Picture;
import dev.latent.image.ScatterPlot;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.quality.card.Exhibit;
import dev.latent.quality.subject.Generated;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws samples for a card's page. */
final class Exhibits {
    private static final int SCALE_UP_TO = 32;
    private static final int PLOT_SIDE = 360;

    private Exhibits() {}

    /** Each array a row of images; empty where samples are no images. */
    static Optional<Exhibit> rows(String caption, SampleShape shape, int columns, List<NDArray> rows) {
        if (!shape.isImage()) {
            return Optional.empty();
        }
        NDArray all = rows.get(0).get(":" + columns);
        for (NDArray row : rows.subList(1, rows.size())) {
            all = all.concat(row.get(":" + columns), 0);
        }
        return Optional.of(new Exhibit(caption, grid(shape, columns, all)));
    }

    private static Picture grid(SampleShape shape, int columns, NDArray images) {
        int side = ((SampleShape.Image) shape).height();
        return ImageGrid.ofColumns(columns)
                .withGap(1)
                .withScale(side <= SCALE_UP_TO ? 2 : 1)
                .draw(samples(shape, images, null));
    }

    /** Images in a grid, or points of the plane; empty for other samples. */
    static Optional<Exhibit> samples(String caption, SampleShape shape, Generated generated) {
        if (shape.isImage()) {
            NDArray shown = generated.first(100).x();
            return Optional.of(new Exhibit(caption, grid(shape, 10, shown)));
        }
        if (shape.size() == 2) {
            Generated shown = generated.first(2000);
            return Optional.of(
                    new Exhibit(caption, new ScatterPlot(PLOT_SIDE).draw(samples(shape, shown.x(), shown.labels()))));
        }
        return Optional.empty();
    }

    static Samples samples(SampleShape shape, NDArray x, int @Nullable [] labels) {
        return new Samples(shape, NativeOperations.rowMajor(x).toFloatArray(), labels);
    }
}
