package dev.latent.dataset.source.picture;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ValueType;
import dev.latent.dataset.source.file.PictureByContent;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.reading.ImportOption;
import dev.latent.dataset.source.reading.ImportReport;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.SampleSink;
import dev.latent.dataset.source.reading.SourceFormat;
import dev.latent.image.DecodedPicture;
import dev.latent.image.PictureReader;
import dev.latent.image.UnreadablePicture;
import dev.latent.sample.PictureForm;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Pictures in folders named after classes or without, below folders named after splits or without. */
public final class PictureFormat implements SourceFormat {
    private static final String[] ENDINGS = {
        ".apng", ".bmp", ".dib", ".gif", ".jfi", ".jfif", ".jif", ".jpe", ".jpeg", ".jpg", ".pam", ".pbm", ".pgm",
        ".png", ".pnm", ".ppm", ".tif", ".tiff", ".webp"
    };

    @Override
    public List<SourceFile> taken(SourceFiles files) {
        return pictures(files);
    }

    /** Those that are called pictures, and those that are some. */
    static List<SourceFile> pictures(SourceFiles files) {
        return files.files().stream()
                .<SourceFile>map(file -> file)
                .filter(file -> file instanceof PictureByContent || isNamed(file))
                .toList();
    }

    public static boolean isNamed(SourceFile file) {
        return SourceFiles.ends(file, ENDINGS);
    }

    @Override
    public ImportReport prepare(ImportRequest request) throws IOException {
        ImportOption.requireOnly(
                request.options(),
                "pictures",
                ImportOption.RESIZE,
                ImportOption.CHANNELS,
                ImportOption.BACKGROUND,
                ImportOption.VALUE_RANGE,
                ImportOption.DOMAIN);
        PictureFolders folders = PictureFolders.of(request);
        PixelLevels levels = new PictureSurvey(request).levels(folders);
        DatasetLayout layout = layout(request, folders, levels);
        PictureNotes notes = new PictureNotes(request.options().pixels(), levels);
        try (SampleSink sink = new SampleSink(request, layout)) {
            new PictureCopy(request, folders, layout, notes).copyTo(sink);
            return sink.finishPictures(notes::ofDataset).with(folders.leftOut(), notes.inWords());
        }
    }

    /** The first picture that isn't broken decides where the request doesn't. */
    private static DatasetLayout layout(ImportRequest request, PictureFolders folders, PixelLevels levels)
            throws IOException {
        PictureFaults faults = new PictureFaults();
        List<SampleShape.Image> first = new ArrayList<>(1);
        for (int i = 0; first.isEmpty() && i < folders.places().size(); i++) {
            SourceFile file = folders.places().get(i).file();
            faults.during(() -> first.add(read(file, request).picture().shape()));
        }
        if (first.isEmpty()) {
            faults.throwIfAny();
        }
        return request.layout(
                request.options().pixels().shape(first.get(0)),
                folders.classes().names(),
                levels.bits() == 8 ? ValueType.UINT8 : ValueType.FLOAT32,
                new PictureForm(levels, request.options().pixels().under().toString()));
    }

    static DecodedPicture read(SourceFile file, ImportRequest request) throws IOException {
        int most = (int) Math.min(request.limits().pictureSize().toBytes(), Integer.MAX_VALUE - 8);
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw DatasetRefused.tooLarge(file.path(), "a picture's file may have at most " + most + " bytes");
            }
            return new PictureReader(
                            request.limits().picturePixels(),
                            request.options().pixels().under())
                    .read(bytes);
        } catch (UnreadablePicture e) {
            throw new DatasetRefused(file.path(), e.getMessage());
        }
    }
}
