package dev.latent.run.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.dataset.PictureSource;
import dev.latent.dataset.SampleSource;
import dev.latent.sample.SampleShape;
import dev.latent.sample.SampleShape.Image;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CropBatchesTests {
    private static final int SIDE = 4;

    @Test
    void picturesNoLargerThanTheWindowAreSeenWholeAndAsTheyAre() {
        Batches batches = Batches.of(new Numbered(List.of(new Image(1, 3, 4), new Image(1, 3, 4))), SIDE, 2, 1);
        assertThat(batches.load(0).shape().getShape()).containsExactly(2, 1, 3, 4);
    }

    @Test
    void everyPictureIsSeenOnceAnEpoch() {
        Batches batches = Batches.of(
                new Numbered(List.of(new Image(1, 9, 9), new Image(1, 7, 12), new Image(1, 40, 5))), 32, 3, 1);
        assertThat(batches.perEpoch()).isOne();
        for (int epoch = 0; epoch < 5; epoch++) {
            Set<Integer> seen = new HashSet<>();
            values(batches, epoch).forEach(crop -> seen.add((int) (crop[0] / 10_000)));
            assertThat(seen).containsExactlyInAnyOrder(0, 1, 2);
        }
    }

    @Test
    void moreCropsThanPicturesMakeABatch() {
        Batches batches = Batches.of(new Numbered(List.of(new Image(3, 9, 9), new Image(3, 9, 9))), SIDE, 5, 1);
        assertThat(batches.load(0).shape().getShape()).containsExactly(5, 3, SIDE, SIDE);
        assertThat(batches.perEpoch()).isOne();
    }

    @Test
    void neighboursStayNeighboursInEveryOrientation() {
        Batches batches = Batches.of(new Numbered(List.of(new Image(1, 20, 20), new Image(1, 20, 20))), SIDE, 64, 1);
        Set<List<Integer>> steps = new HashSet<>();
        for (float[] crop : values(batches, 0)) {
            int across = (int) (crop[1] - crop[0]);
            int down = (int) (crop[SIDE] - crop[0]);
            for (int i = 0; i < crop.length; i++) {
                assertThat(crop[i]).isEqualTo(crop[0] + i % SIDE * across + (float) (i / SIDE) * down);
            }
            steps.add(List.of(across, down));
        }
        assertThat(steps)
                .containsExactlyInAnyOrder(
                        List.of(1, 100),
                        List.of(-1, 100),
                        List.of(1, -100),
                        List.of(-1, -100),
                        List.of(100, 1),
                        List.of(-100, 1),
                        List.of(100, -1),
                        List.of(-100, -1));
    }

    @Test
    void allPlacesAreSeen() {
        Batches batches = Batches.of(new Numbered(List.of(new Image(1, 5, 6))), SIDE, 500, 1);
        Set<Float> corners = new HashSet<>();
        values(batches, 0).forEach(crop -> {
            float[] sorted = crop.clone();
            Arrays.sort(sorted);
            corners.add(sorted[0]);
        });
        assertThat(corners).containsExactlyInAnyOrder(0f, 1f, 2f, 100f, 101f, 102f);
    }

    @Test
    void smallPicturesAmongLargeOnesAreContinuedByTheirMirrorImages() {
        Batches batches = Batches.of(new Numbered(List.of(new Image(1, 3, 3), new Image(1, 64, 64))), 32, 2, 1);
        List<float[]> crops = values(batches, 0);
        float[] small =
                crops.stream().filter(crop -> crop[0] < 10_000).findFirst().orElseThrow();
        for (int i = 0; i < 28; i++) {
            assertThat(small[i]).isEqualTo(small[i + 4]);
        }
        assertThat(small[1]).isEqualTo(small[3]).isNotEqualTo(small[2]);
    }

    @Test
    void aBatchIsDecidedByTheSeedAndItsNumber() {
        Numbered pictures = new Numbered(List.of(new Image(1, 50, 50), new Image(1, 60, 50)));
        Batches one = Batches.of(pictures, SIDE, 8, 7);
        one.load(0);
        float[] third = flat(one.load(3));
        assertThat(flat(Batches.of(pictures, SIDE, 8, 7).load(3))).isEqualTo(third);
        assertThat(flat(Batches.of(pictures, SIDE, 8, 8).load(3))).isNotEqualTo(third);
        assertThat(flat(one.load(4))).isNotEqualTo(third);
    }

    private static List<float[]> values(Batches batches, long number) {
        Batches.Loaded loaded = batches.load(number);
        float[] all = flat(loaded);
        int size = all.length / (int) loaded.shape().get(0);
        List<float[]> samples = new ArrayList<>();
        for (int from = 0; from < all.length; from += size) {
            samples.add(Arrays.copyOfRange(all, from, from + size));
        }
        return samples;
    }

    private static float[] flat(Batches.Loaded loaded) {
        FloatBuffer values = loaded.values().asFloatBuffer();
        float[] all = new float[values.remaining()];
        values.get(all);
        return all;
    }

    /** Pixels that say where they are: 10,000 · picture + 100 · row + column. */
    private record Numbered(List<Image> shapes) implements SampleSource, PictureSource {
        @Override
        public PictureSource pictures() {
            return this;
        }

        @Override
        public SampleShape shape() {
            return shapes.get(0);
        }

        @Override
        public Image shape(int index) {
            return shapes.get(index);
        }

        @Override
        public int count() {
            return shapes.size();
        }

        @Override
        public int label(int index) {
            return -1;
        }

        @Override
        public boolean bytes() {
            return false;
        }

        @Override
        public void copy(int index, Window window, float[] target, int offset) {
            int to = offset;
            for (int channel = 0; channel < shapes.get(index).channels(); channel++) {
                for (int y = 0; y < window.height(); y++) {
                    for (int x = 0; x < window.width(); x++) {
                        target[to++] = 10_000 * index + 100 * (window.top() + y) + window.left() + x;
                    }
                }
            }
        }

        @Override
        public void copy(int index, float[] target, int offset) {
            copy(index, Window.of(shape(index)), target, offset);
        }

        @Override
        public void copyBytes(int[] indices, ByteBuffer target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copyFloats(int[] indices, FloatBuffer target) {
            for (int index : indices) {
                float[] values = new float[shape(index).size()];
                copy(index, values, 0);
                target.put(values);
            }
        }
    }
}
