package dev.latent.inference.operation;

import dev.latent.sample.SampleShape.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an image into overlapping tiles of a model's size and lays their results together again. Neighbours overlap by at
 * least half; each counts the less the nearer its edge, so no seam is seen.
 */
record Tiles(Image tile, Image whole) {
    /** How many tiles an image is cut into. */
    int count() {
        return starts(whole.height(), tile.height()).size()
                * starts(whole.width(), tile.width()).size();
    }

    /** All tiles, one after the other. */
    float[] cut(float[] image) {
        float[] tiles = new float[count() * tile.size()];
        int[] end = {0};
        forEachTile((top, left) -> {
            forEachRow(top, left, (from, to) -> System.arraycopy(image, from, tiles, end[0] + to, tile.width()));
            end[0] += tile.size();
        });
        return tiles;
    }

    float[] join(float[] tiles) {
        double[] sum = new double[whole.size()];
        double[] weight = new double[whole.size()];
        double[] down = window(tile.height());
        double[] across = window(tile.width());
        int[] start = {0};
        forEachTile((top, left) -> {
            forEachRow(top, left, (at, from) -> {
                double row = down[from / tile.width() % tile.height()];
                for (int x = 0; x < tile.width(); x++) {
                    sum[at + x] += row * across[x] * tiles[start[0] + from + x];
                    weight[at + x] += row * across[x];
                }
            });
            start[0] += tile.size();
        });
        return quotients(sum, weight);
    }

    private static float[] quotients(double[] sums, double[] weights) {
        float[] quotients = new float[sums.length];
        for (int i = 0; i < quotients.length; i++) {
            quotients[i] = (float) (sums[i] / weights[i]);
        }
        return quotients;
    }

    /** A raised cosine; nowhere 0, as the image's own edges lie in one tile only. */
    private static double[] window(int side) {
        double[] window = new double[side];
        for (int i = 0; i < side; i++) {
            window[i] = Math.pow(Math.sin(Math.PI * (i + 0.5) / side), 2);
        }
        return window;
    }

    private void forEachTile(Place place) {
        for (int top : starts(whole.height(), tile.height())) {
            for (int left : starts(whole.width(), tile.width())) {
                place.at(top, left);
            }
        }
    }

    /** Offsets, in the image and in the tile, of each row of each channel of a tile. */
    private void forEachRow(int top, int left, Place offsets) {
        for (int channel = 0; channel < tile.channels(); channel++) {
            for (int y = 0; y < tile.height(); y++) {
                int inWhole = (channel * whole.height() + top + y) * whole.width() + left;
                int inTile = (channel * tile.height() + y) * tile.width();
                offsets.at(inWhole, inTile);
            }
        }
    }

    /** Evenly spread over the side, the first at its start and the last at its end. */
    private static List<Integer> starts(int whole, int tile) {
        int room = whole - tile;
        int steps = (int) Math.ceil(room / Math.max(1, tile / 2.0));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            starts.add(steps == 0 ? 0 : (int) Math.round((double) room * i / steps));
        }
        return starts;
    }

    private interface Place {
        void at(int first, int second);
    }
}
