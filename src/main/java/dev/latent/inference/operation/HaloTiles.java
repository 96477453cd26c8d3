package dev.latent.inference.operation;

import dev.latent.sample.SampleShape.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture in tiles of bounded size, each computed with as much around it as its result depends on: laid together the
 * results are those of the whole.
 *
 * @param halo in pixels, even
 */
record HaloTiles(Image picture, int halo) {
    /** Even, as a model may look at blocks of pixels. */
    private static final int SIDE = 512;
    /** A little more is not worth a second tile. */
    private static final int MOST = 640;

    /** A part of a picture's side: what is computed, and which of it is kept. */
    private record Span(int from, int to, int keepFrom, int keepTo) {
        int length() {
            return to - from;
        }
    }

    /** Computes what a tile becomes, of the same shape. */
    interface Operation {
        float[] apply(float[] tile, Image shape);
    }

    float[] map(float[] values, Operation operation) {
        float[] whole = new float[values.length];
        for (Span rows : spans(picture.height())) {
            for (Span columns : spans(picture.width())) {
                Image tile = new Image(picture.channels(), rows.length(), columns.length());
                keep(operation.apply(cut(values, tile, rows, columns), tile), tile, rows, columns, whole);
            }
        }
        return whole;
    }

    private List<Span> spans(int side) {
        if (side <= MOST) {
            return List.of(new Span(0, side, 0, side));
        }
        List<Span> spans = new ArrayList<>();
        for (int from = 0; from < side; from += SIDE) {
            int to = Math.min(side, from + SIDE);
            spans.add(new Span(Math.max(0, from - halo), Math.min(side, to + halo), from, to));
        }
        return spans;
    }

    private float[] cut(float[] values, Image tile, Span rows, Span columns) {
        float[] cut = new float[tile.size()];
        for (int i = 0; i < tile.channels() * tile.height(); i++) {
            int from = offset(i / tile.height(), rows.from + i % tile.height()) + columns.from;
            System.arraycopy(values, from, cut, i * tile.width(), tile.width());
        }
        return cut;
    }

    private void keep(float[] result, Image tile, Span rows, Span columns, float[] whole) {
        for (int channel = 0; channel < tile.channels(); channel++) {
            for (int y = rows.keepFrom; y < rows.keepTo; y++) {
                int from = (channel * tile.height() + y - rows.from) * tile.width() + columns.keepFrom - columns.from;
                System.arraycopy(
                        result, from, whole, offset(channel, y) + columns.keepFrom, columns.keepTo - columns.keepFrom);
            }
        }
    }

    private int offset(int channel, int y) {
        return (channel * picture.height() + y) * picture.width();
    }
}
