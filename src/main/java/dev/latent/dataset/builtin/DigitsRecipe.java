package dev.latent.dataset.builtin;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Draws {@code digits}, or {@code digits-outline}: sample i of one is the outline of sample i of the other. */
record DigitsRecipe(boolean outline) implements Recipe {
    private static final long SEED = 0x6C6174656E74L;
    private static final int TRAIN = 60_000;
    private static final int TEST = 10_000;
    private static final int BLOCK = 1_000;
    private static final int PIXELS = DrawnDigit.SIDE * DrawnDigit.SIDE;

    @Override
    public String name() {
        return outline ? "digits-outline" : "digits";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Path target) throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, layout())) {
            for (int from = 0; from < TRAIN + TEST; from += BLOCK) {
                byte[] pixels = new byte[BLOCK * PIXELS];
                int[] labels = new int[BLOCK];
                int first = from;
                IntStream.range(0, BLOCK).parallel().forEach(i -> draw(first + i, i, pixels, labels));
                writer.add(from < TRAIN ? Split.TRAIN : Split.TEST, pixels, labels);
            }
            writer.finish();
        }
    }

    private DatasetLayout layout() {
        return new DatasetLayout(
                name(),
                new SampleShape.Image(1, DrawnDigit.SIDE, DrawnDigit.SIDE),
                IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                ValueType.UINT8,
                outline ? "drawn by this service: the outlines of digits" : "drawn by this service");
    }

    private void draw(int index, int slot, byte[] pixels, int[] labels) {
        DrawnDigit digit = DrawnDigit.draw(new Randomness(SEED, index));
        labels[slot] = digit.label();
        if (outline) {
            digit.outline(pixels, slot * PIXELS);
        } else {
            digit.ink(pixels, slot * PIXELS);
        }
    }
}
