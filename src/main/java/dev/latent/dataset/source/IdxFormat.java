package dev.latent.dataset.source;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.Storage;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Images {@code [n, h, w]} or {@code [n, c, h, w]} and labels {@code [n]} in IDX files, as MNIST is kept. The splits go
 * by the files' names.
 */
final class IdxFormat implements SourceFormat {
    private static final int BLOCK_BYTES = 1 << 20;

    @Override
    public boolean recognises(List<? extends SourceFile> files) {
        return files.stream().anyMatch(IdxFormat::named);
    }

    private static boolean named(SourceFile file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*(\\.idx|idx[1-9]|ubyte).*");
    }

    @Override
    public void prepare(String name, List<? extends SourceFile> files, Path target) throws IOException {
        Map<Split, IdxPair> pairs =
                IdxPair.sort(files.stream().filter(IdxFormat::named).toList());
        IdxPair train = pairs.get(Split.TRAIN);
        if (train == null) {
            throw new DatasetRefused(name, "there are no training images; name their file train-images-idx3-ubyte");
        }
        IdxLabels labels = IdxLabels.of(train.labels());
        DatasetLayout layout =
                new DatasetLayout(name, shape(train.images()), labels.names(), Storage.UINT8, "IDX files");
        try (DatasetWriter writer = DatasetWriter.create(target, layout)) {
            for (Map.Entry<Split, IdxPair> pair : pairs.entrySet()) {
                copy(pair.getValue(), pair.getKey(), labels, layout.shape(), writer);
            }
            writer.finish();
        }
    }

    private static SampleShape shape(SourceFile images) throws IOException {
        try (IdxFile idx = IdxFile.open(images)) {
            int[] sizes = idx.dimensions();
            if (sizes.length == 3) {
                return new SampleShape.Image(1, sizes[1], sizes[2]);
            }
            if (sizes.length == 4 && (sizes[1] == 1 || sizes[1] == 3)) {
                return new SampleShape.Image(sizes[1], sizes[2], sizes[3]);
            }
            throw new DatasetRefused(
                    images.path(), "images are [n, height, width] or [n, 1 or 3, height, width] in IDX");
        }
    }

    private static void copy(IdxPair pair, Split split, IdxLabels classes, SampleShape shape, DatasetWriter writer)
            throws IOException {
        if (!shape(pair.images()).equals(shape)) {
            throw new DatasetRefused(
                    pair.images().path(), "its images have another size than those of the train split");
        }
        try (IdxFile images = IdxFile.open(pair.images());
                IdxFile labels = pair.labels() == null ? null : IdxFile.open(pair.labels())) {
            if (labels != null && labels.count() != images.count()) {
                throw new DatasetRefused(
                        pair.labels().path(), labels.count() + " labels for " + images.count() + " images");
            }
            int block = Math.max(1, BLOCK_BYTES / images.recordBytes());
            for (int done = 0; done < images.count(); done += block) {
                int records = Math.min(block, images.count() - done);
                int[] indices = labels == null ? null : classes.indices(labels.next(records), pair.labels());
                writer.add(split, images.next(records), indices);
            }
            images.requireEnd();
            if (labels != null) {
                labels.requireEnd();
            }
        }
    }
}
