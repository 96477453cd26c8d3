package dev.latent.papers;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** 3×32×32 pictures of the digits: each in a bright color of its own on a dark one. */
final class ColoredDigits {
    static final String NAME = "digits-coloured";

    private static final int CHANNELS = 3;
    private static final int SIDE = 32;
    private static final int DARKEST_INK = 128;
    private static final int BRIGHTEST_GROUND = 96;

    private final SplittableRandom random = new SplittableRandom(1);

    /** @param digits folder of gray images of at most 32×32 */
    static void write(Path digits, Path target) throws IOException {
        try (Dataset dataset = Dataset.open(digits);
                DatasetWriter writer = DatasetWriter.create(target, layout(dataset.description()))) {
            ColoredDigits colors = new ColoredDigits();
            for (Split split : Split.values()) {
                colors.write(dataset.split(split), split, writer);
            }
            writer.finish();
        }
    }

    private static DatasetLayout layout(DatasetDescription digits) {
        return new DatasetLayout(
                NAME,
                SampleShape.of(CHANNELS, SIDE, SIDE),
                digits.classes(),
                ValueType.UINT8,
                "the images of " + digits.name() + ", each in two drawn colours");
    }

    private void write(SampleSource source, Split split, DatasetWriter writer) throws IOException {
        int side = source.shape().dimensions()[1];
        for (int i = 0; i < source.count(); i++) {
            ByteBuffer grey = ByteBuffer.allocate(side * side);
            source.copyBytes(new int[] {i}, grey);
            writer.add(split, colored(grey.array(), side), new int[] {source.label(i)});
        }
    }

    private byte[] colored(byte[] grey, int side) {
        byte[] pixels = new byte[CHANNELS * SIDE * SIDE];
        int margin = (SIDE - side) / 2;
        for (int channel = 0; channel < CHANNELS; channel++) {
            int ground = random.nextInt(BRIGHTEST_GROUND + 1);
            int ink = random.nextInt(DARKEST_INK, 256);
            for (int at = 0; at < SIDE * SIDE; at++) {
                int row = at / SIDE - margin;
                int column = at % SIDE - margin;
                boolean inside = row >= 0 && row < side && column >= 0 && column < side;
                int share = inside ? Byte.toUnsignedInt(grey[row * side + column]) : 0;
                pixels[channel * SIDE * SIDE + at] = (byte) (ground + (ink - ground) * share / 255);
            }
        }
        return pixels;
    }
}
