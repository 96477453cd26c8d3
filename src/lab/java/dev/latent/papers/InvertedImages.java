package dev.latent.papers;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The same images under the same indices, black for white. */
final class InvertedImages {
    private InvertedImages() {}

    /** What the inverted images of a dataset are called. */
    static String of(String dataset) {
        return dataset + "-inverted";
    }

    static void write(Path images, Path target) throws IOException {
        try (Dataset dataset = Dataset.open(images);
                DatasetWriter writer = DatasetWriter.create(target, layout(dataset.description()))) {
            for (Split split : Split.values()) {
                write(dataset.split(split), split, writer);
            }
            writer.finish();
        }
    }

    private static DatasetLayout layout(DatasetDescription original) {
        return new DatasetLayout(
                of(original.name()),
                original.shape(),
                original.classes(),
                ValueType.UINT8,
                "1 − x of every x in " + original.name());
    }

    private static void write(SampleSource source, Split split, DatasetWriter writer) throws IOException {
        int[] indices = IntStream.range(0, source.count()).toArray();
        ByteBuffer bytes = ByteBuffer.allocate(source.count() * source.shape().size());
        source.copyBytes(indices, bytes);
        byte[] pixels = bytes.array();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~pixels[i];
        }
        writer.add(split, pixels, IntStream.of(indices).map(source::label).toArray());
    }
}
