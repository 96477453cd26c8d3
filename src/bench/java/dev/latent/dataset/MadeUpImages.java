package dev.latent.dataset;

import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Prepared datasets of any size whose samples only look like data: 28×28 grey, four pixels in five dark, ten classes. */
public final class MadeUpImages {
    private static final SampleShape SHAPE = new SampleShape.Image(1, 28, 28);
    private static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final int AT_ONCE = 10_000;

    private MadeUpImages() {}

    /** @return {@code folder}, which must not be there yet */
    public static Path write(Path folder, int count) throws IOException {
        DatasetLayout layout =
                new DatasetLayout("made-up", SHAPE, CLASSES, ValueType.UINT8, "made up to be measured on");
        try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
            SplittableRandom random = new SplittableRandom(count);
            for (int left = count; left > 0; left -= AT_ONCE) {
                int some = Math.min(left, AT_ONCE);
                int[] labels = random.ints(some, 0, CLASSES.size()).toArray();
                writer.add(Split.TRAIN, pixels(some * SHAPE.size(), random), labels);
            }
            writer.finish("made up of " + count);
        }
        return folder;
    }

    private static byte[] pixels(int count, SplittableRandom random) {
        byte[] pixels = new byte[count];
        for (int i = 0; i < count; i++) {
            int drawn = random.nextInt(1280);
            pixels[i] = (byte) (drawn < 256 ? drawn : 0);
        }
        return pixels;
    }
}
