package dev.latent.dataset.builtin;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws points of a plane from a known density.
 *
 * @param classes how many modes or parts the density has; a point's class is the one it was drawn from
 */
record ToyRecipe(String name, String source, int classes, ToyDistribution distribution) implements Recipe {
    private static final long SEED = 0x746F7973L;
    private static final int TRAIN = 60_000;
    private static final int TEST = 10_000;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(Path target) throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(target, layout())) {
            add(writer, Split.TRAIN, 0, TRAIN);
            add(writer, Split.TEST, TRAIN, TEST);
            writer.finish();
        }
    }

    private DatasetLayout layout() {
        List<String> names = classes == 0
                ? null
                : IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return new DatasetLayout(name, new SampleShape.Vector(2), names, ValueType.FLOAT32, source);
    }

    private void add(DatasetWriter writer, Split split, int from, int count) throws IOException {
        float[] points = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = distribution.draw(new Randomness(SEED ^ name.hashCode(), from + i), points, 2 * i);
        }
        writer.add(split, points, classes == 0 ? null : labels);
    }
}
