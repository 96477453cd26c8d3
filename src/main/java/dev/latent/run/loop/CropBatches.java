package dev.latent.run.loop;

import ai.djl.ndarray.types.Shape;
import dev.latent.dataset.PictureSource;
import dev.latent.dataset.PictureSource.Window;
import dev.latent.sample.SampleShape.Image;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Square windows of pictures, one of each picture an epoch, at random places and in one of the eight orientations of a
 * square. Pictures smaller than the window are continued by their mirror images.
 */
final class CropBatches implements Batches {
    /** Pictures smaller than this are rather mirrored than that all others are seen through so small a window. */
    private static final int SMALLEST_SIDE = 32;

    private final PictureSource pictures;
    private final int channels;
    private final int side;
    private final int batchSize;
    private final long seed;
    private int[] order = {};
    private long orderedEpoch = -1;

    private CropBatches(PictureSource pictures, int side, int batchSize, long seed) {
        this.pictures = pictures;
        this.channels = pictures.shape(0).channels();
        this.side = side;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Whether there is more to see of some picture than such a window shows, or their sizes differ. */
    static boolean isLarger(PictureSource pictures, int side) {
        Image first = pictures.shape(0);
        return Math.max(first.height(), first.width()) > side
                || !IntStream.range(1, pictures.count())
                        .allMatch(i -> pictures.shape(i).equals(first));
    }

    /** @param pictures of which some are larger than the window */
    static Batches of(PictureSource pictures, int side, int batchSize, long seed) {
        int smallest = IntStream.range(0, pictures.count())
                .map(i -> Math.min(pictures.shape(i).height(), pictures.shape(i).width()))
                .min()
                .orElseThrow();
        int fitting = Math.min(side, Math.max(smallest, SMALLEST_SIDE));
        return new CropBatches(pictures, fitting / 2 * 2, batchSize, seed);
    }

    @Override
    public long bytesPerBatch() {
        return (long) batchSize * sampleSize() * Float.BYTES;
    }

    private int sampleSize() {
        return channels * side * side;
    }

    @Override
    public long perEpoch() {
        return Math.max(1, pictures.count() / batchSize);
    }

    @Override
    public Loaded load(long number) {
        SplittableRandom random = new SplittableRandom(Seeds.mix(seed, -1 - number));
        ByteBuffer bytes = ByteBuffer.allocateDirect(batchSize * sampleSize() * Float.BYTES)
                .order(ByteOrder.nativeOrder());
        FloatBuffer values = bytes.asFloatBuffer();
        for (int i = 0; i < batchSize; i++) {
            int picture = picture(number * batchSize + i);
            values.put(Orientation.of(random.nextInt(Orientation.COUNT)).apply(crop(picture, random), channels, side));
        }
        return new Loaded(new Shape(batchSize, channels, side, side), false, bytes, null);
    }

    /** Every picture once before any comes again. */
    private int picture(long number) {
        long epoch = number / pictures.count();
        if (epoch != orderedEpoch) {
            order = Shuffle.of(pictures.count(), Seeds.mix(seed, epoch));
            orderedEpoch = epoch;
        }
        return order[(int) (number % pictures.count())];
    }

    private float[] crop(int picture, SplittableRandom random) {
        Image shape = pictures.shape(picture);
        int height = Math.min(side, shape.height());
        int width = Math.min(side, shape.width());
        int top = random.nextInt(shape.height() - height + 1);
        int left = random.nextInt(shape.width() - width + 1);
        float[] seen = new float[channels * height * width];
        pictures.copy(picture, new Window(top, left, height, width), seen, 0);
        return height == side && width == side ? seen : mirrored(seen, height, width);
    }

    private float[] mirrored(float[] seen, int height, int width) {
        int[] rows = IntStream.range(0, side).map(y -> reflected(y, height)).toArray();
        int[] columns = IntStream.range(0, side).map(x -> reflected(x, width)).toArray();
        float[] square = new float[sampleSize()];
        for (int i = 0; i < square.length; i++) {
            int y = rows[i / side % side];
            square[i] = seen[(i / (side * side) * height + y) * width + columns[i % side]];
        }
        return square;
    }

    /** Where a place beyond the end lies in there and back and there again; the edge itself is not repeated. */
    private static int reflected(int place, int length) {
        int period = Math.max(1, 2 * (length - 1));
        int there = place % period;
        return there < length ? there : period - there;
    }
}
