package dev.latent.measure;

import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.SplittableRandom;

/** Pictures moved by up to an eighth of a side, with a grey square of up to a third of one. */
final class MovedPictures {
    private static final int SHIFTS = 8;
    private static final int CUTS = 3;
    private static final float GREY = 0.5f;

    private MovedPictures() {}

    static Samples of(Samples pictures, SplittableRandom random) {
        SampleShape.Image shape = (SampleShape.Image) pictures.shape();
        float[] moved = new float[pictures.values().length];
        for (int i = 0; i < pictures.count(); i++) {
            move(pictures.values(), moved, i * shape.size(), shape, random);
            cut(moved, i * shape.size(), shape, random);
        }
        return new Samples(shape, moved, pictures.labels());
    }

    private static void move(float[] from, float[] to, int offset, SampleShape.Image shape, SplittableRandom random) {
        int height = shape.height();
        int width = shape.width();
        int down = shift(height, random);
        int right = shift(width, random);
        for (int i = 0; i < shape.size(); i++) {
            int row = Math.max(0, Math.min(height - 1, i / width % height - down));
            int column = Math.max(0, Math.min(width - 1, i % width - right));
            to[offset + i] = from[offset + i / (height * width) * height * width + row * width + column];
        }
    }

    private static int shift(int side, SplittableRandom random) {
        int most = (side + SHIFTS - 1) / SHIFTS;
        return random.nextInt(2 * most + 1) - most;
    }

    private static void cut(float[] values, int offset, SampleShape.Image shape, SplittableRandom random) {
        int top = random.nextInt(shape.height());
        int left = random.nextInt(shape.width());
        int tall = random.nextInt(1 + shape.height() / CUTS);
        int wide = random.nextInt(1 + shape.width() / CUTS);
        for (int i = 0; i < shape.size(); i++) {
            int row = i / shape.width() % shape.height();
            int column = i % shape.width();
            if (row >= top && row < top + tall && column >= left && column < left + wide) {
                values[offset + i] = GREY;
            }
        }
    }
}
