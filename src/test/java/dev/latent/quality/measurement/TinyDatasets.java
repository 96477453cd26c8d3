package dev.latent.quality.measurement;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Datasets that are learned in a moment. */
public final class TinyDatasets {
    static final SampleShape.Image IMAGE = new SampleShape.Image(1, 8, 8);

    private static final SampleShape PLANE = SampleShape.of(2);
    private static final int TRAIN = 900;
    private static final int TEST = 150;

    private TinyDatasets() {}

    /** 8×8 images: of class {@code left} the left half is bright, of class {@code right} the right one. */
    public static Path halves(Path folder, String name) throws IOException {
        DatasetLayout layout =
                new DatasetLayout(name, IMAGE, List.of("left", "right"), ValueType.UINT8, "halves that are bright");
        return write(folder.resolve(name), layout, (writer, split, n, random) -> {
            byte[] pixels = new byte[n * IMAGE.size()];
            int[] labels = new int[n];
            for (int i = 0; i < pixels.length; i++) {
                labels[i / IMAGE.size()] = i / IMAGE.size() % 2;
                boolean left = i % 8 < 4;
                boolean bright = left == (labels[i / IMAGE.size()] == 0);
                pixels[i] = (byte) (random.nextInt(100) + (bright ? 150 : 0));
            }
            writer.add(split, pixels, labels);
        });
    }

    /** Points around (0,0), (10,0) and (20,0). */
    public static Path threeModes(Path folder, String name) throws IOException {
        DatasetLayout layout =
                new DatasetLayout(name, PLANE, List.of("0", "1", "2"), ValueType.FLOAT32, "three Gaussians");
        return write(folder.resolve(name), layout, (writer, split, n, random) -> {
            float[] points = new float[2 * n];
            int[] labels = new int[n];
            for (int i = 0; i < n; i++) {
                labels[i] = i % 3;
                points[2 * i] = (float) random.nextGaussian(10 * labels[i], 0.5);
                points[2 * i + 1] = (float) random.nextGaussian(0, 0.5);
            }
            writer.add(split, points, labels);
        });
    }

    /** The images without their labels. */
    public static Path unlabelled(Path folder) throws IOException {
        DatasetLayout layout = new DatasetLayout("plain", IMAGE, null, ValueType.UINT8, "noise");
        return write(folder.resolve("plain"), layout, (writer, split, n, random) -> {
            byte[] pixels = new byte[n * IMAGE.size()];
            random.nextBytes(pixels);
            writer.add(split, pixels, null);
        });
    }

    /** Images of 0.2 everywhere. */
    static Path even(Path folder) throws IOException {
        DatasetLayout layout = new DatasetLayout("even", IMAGE, null, ValueType.UINT8, "no structure");
        return write(folder.resolve("even"), layout, (writer, split, n, random) -> {
            byte[] pixels = new byte[n * IMAGE.size()];
            Arrays.fill(pixels, (byte) 51);
            writer.add(split, pixels, null);
        });
    }

    private interface Filling {
        void fill(DatasetWriter writer, Split split, int n, SplittableRandom random) throws IOException;
    }

    private static Path write(Path folder, DatasetLayout layout, Filling filling) throws IOException {
        try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
            filling.fill(writer, Split.TRAIN, TRAIN, new SplittableRandom(1));
            filling.fill(writer, Split.TEST, TEST, new SplittableRandom(2));
            writer.finish();
        }
        return folder;
    }

    static Dataset open(Path folder) throws IOException {
        return Dataset.open(folder);
    }
}
