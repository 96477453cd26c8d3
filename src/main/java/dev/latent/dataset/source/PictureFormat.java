package dev.latent.dataset.source;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.Storage;
import dev.latent.image.Picture;
import dev.latent.image.PictureReader;
import dev.latent.image.PixelTransform;
import dev.latent.image.UnreadablePicture;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** PNG and JPEG pictures, in folders named after classes or without, below folders named after splits or without. */
final class PictureFormat implements SourceFormat {
    static final String[] TAKEN = {".png", ".jpg", ".jpeg"};

    @Override
    public List<SourceFile> taken(SourceFiles files) {
        return files.ending(TAKEN);
    }

    @Override
    public ImportReport prepare(ImportRequest request) throws IOException {
        ImportOption.requireOnly(request.options(), "pictures", ImportOption.RESIZE, ImportOption.CHANNELS);
        List<SourceFile> others = request.files().ending(".gif", ".bmp", ".tif", ".tiff", ".webp");
        if (!others.isEmpty()) {
            throw new DatasetRefused(others.get(0).path(), "only PNG and JPEG pictures are taken");
        }
        PictureFolders folders = PictureFolders.of(request);
        DatasetLayout layout = layout(request, folders);
        try (SampleSink sink = new SampleSink(request, layout)) {
            for (PictureFolders.Place place : folders.places()) {
                byte[] pixels = pixels(place.file(), request, (SampleShape.Image) layout.shape());
                sink.add(place.split(), pixels, folders.label(place));
            }
            return sink.finish();
        }
    }

    /** The first picture decides where the request doesn't. */
    private static DatasetLayout layout(ImportRequest request, PictureFolders folders) throws IOException {
        SourceFile file = folders.places().get(0).file();
        Picture first = read(file, request);
        SampleShape shape = request.options().pixels().shape(first.shape());
        return request.layout(file.path(), shape, folders.classes().names(), Storage.UINT8);
    }

    private static byte[] pixels(SourceFile file, ImportRequest request, SampleShape.Image wanted) throws IOException {
        Picture picture = read(file, request);
        PixelTransform transform = request.options().pixels();
        if (picture.channels() == 1 && wanted.channels() == 3) {
            picture = picture.withChannels(3);
        }
        SampleShape.Image shape = transform.shape(picture.shape());
        if (shape.channels() != wanted.channels()) {
            throw new DatasetRefused(
                    file.path(), "this picture has colours, the first one is grey; ask for channels=1 or channels=3");
        }
        if (!shape.equals(wanted)) {
            throw new DatasetRefused(
                    file.path(),
                    "this picture is " + shape.width() + "×" + shape.height() + ", the first one " + wanted.width()
                            + "×" + wanted.height() + "; ask for resize=" + wanted.width() + "x" + wanted.height());
        }
        return transform.apply(picture.shape(), picture.channelFirst());
    }

    private static Picture read(SourceFile file, ImportRequest request) throws IOException {
        int most = (int) Math.min(request.limits().pictureSize().toBytes(), Integer.MAX_VALUE - 8);
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw DatasetRefused.tooLarge(file.path(), "a picture's file may have at most " + most + " bytes");
            }
            return new PictureReader(request.limits().picturePixels()).read(bytes);
        } catch (UnreadablePicture e) {
            throw new DatasetRefused(file.path(), e.getMessage());
        }
    }
}
