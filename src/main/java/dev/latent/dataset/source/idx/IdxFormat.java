package dev.latent.dataset.source.idx;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.picture.PictureFormat;
import dev.latent.dataset.source.reading.ImportOption;
import dev.latent.dataset.source.reading.ImportReport;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.LabelClasses;
import dev.latent.dataset.source.reading.SampleSink;
import dev.latent.dataset.source.reading.SourceFormat;
import dev.latent.dataset.source.reading.SplitFiles;
import dev.latent.image.PixelTransform;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Images {@code [n, h, w]} or {@code [n, c, h, w]} and labels {@code [n]} in IDX files, as MNIST is kept. The splits go
 * by the files' names.
 */
public final class IdxFormat implements SourceFormat {
    private static final int BLOCK_BYTES = 1 << 20;

    @Override
    public List<SourceFile> taken(SourceFiles files) {
        return files.files().stream()
                .<SourceFile>map(file -> file)
                .filter(IdxFormat::named)
                .toList();
    }

    private static boolean named(SourceFile file) {
        return file.name().toLowerCase(Locale.ROOT).matches(".*(\\.idx|idx[1-9]|ubyte).*")
                && !PictureFormat.isNamed(file)
                && !SourceFiles.ends(file, ".csv", ".csv.gz", ".tsv", ".tsv.gz", ".npy", ".npz");
    }

    @Override
    public ImportReport prepare(ImportRequest request) throws IOException {
        ImportOption.requireOnly(request.options(), "IDX", ImportOption.ofArrays(request.options()));
        SplitFiles<IdxPair> pairs = IdxPair.sort(taken(request.files()));
        LabelClasses classes = IdxLabels.classes(pairs.training().labels());
        SampleShape.Image shape = shape(pairs.training().images());
        PixelTransform transform = request.options().pixels();
        DatasetLayout layout = request.layout(
                pairs.training().images().path(), transform.shape(shape), classes.names(), ValueType.UINT8);
        try (SampleSink sink = new SampleSink(request, layout)) {
            pairs.each((pair, split) -> copy(pair, split, shape, new Copy(transform, classes, sink)));
            return sink.finish();
        }
    }

    private static SampleShape.Image shape(SourceFile images) throws IOException {
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

    /** What all files of an import are copied with. */
    private record Copy(PixelTransform transform, LabelClasses classes, SampleSink sink) {}

    private static void copy(IdxPair pair, @Nullable Split split, SampleShape.Image shape, Copy copy)
            throws IOException {
        if (!shape(pair.images()).equals(shape)) {
            throw new DatasetRefused(pair.images().path(), "its images have another size than those to train on");
        }
        try (IdxFile images = IdxFile.open(pair.images());
                IdxLabels labels = IdxLabels.open(pair.labels(), images.count())) {
            int block = Math.max(1, BLOCK_BYTES / images.recordBytes());
            for (int done = 0; done < images.count(); done += block) {
                byte[] pixels = images.next(Math.min(block, images.count() - done));
                for (int at = 0; at < pixels.length; at += images.recordBytes()) {
                    byte[] image = Arrays.copyOfRange(pixels, at, at + images.recordBytes());
                    copy.sink().add(split, copy.transform().apply(shape, image), labels.next(copy.classes()));
                }
            }
            images.requireEnd();
            labels.requireEnd();
        }
    }
}
