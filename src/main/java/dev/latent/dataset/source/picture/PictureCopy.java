package dev.latent.dataset.source.picture;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.SampleSink;
import dev.latent.image.DecodedPicture;
import dev.latent.image.Picture;
import dev.latent.image.PixelTransform;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import java.io.IOException;

/** Makes samples of pictures. */
record PictureCopy(ImportRequest request, PictureFolders folders, DatasetLayout layout, PictureNotes notes) {
    /** @throws DatasetRefused if some can't be samples; each of them is told */
    void copyTo(SampleSink sink) throws IOException {
        PictureFaults faults = new PictureFaults();
        for (PictureFolders.Place place : folders.places()) {
            faults.during(() -> {
                DecodedPicture decoded = PictureFormat.read(place.file(), request);
                Picture picture = asAgreed(decoded.picture(), place.file());
                int label = folders.label(place);
                if (!faults.any()) {
                    notes.add(decoded, place.file());
                    add(picture, place, label, sink);
                }
            });
        }
        faults.throwIfAny();
    }

    private void add(Picture picture, PictureFolders.Place place, int label, SampleSink sink) throws IOException {
        PixelTransform transform = request.options().pixels();
        SampleShape.Image from = picture.shape();
        SampleShape.Image to = transform.shape(from);
        if (levels().bits() == 8) {
            sink.add(place.split(), to, transform.apply(from, picture.channelFirst()), label);
        } else {
            PixelLevels own = picture.bits() == 8 ? PixelLevels.EIGHT_BITS : levels();
            sink.add(place.split(), to, transform.apply(from, picture.channelFirst(own)), label);
        }
    }

    private PixelLevels levels() {
        return layout.pictures().levels();
    }

    /** In the channels and the range of values that all have. */
    private Picture asAgreed(Picture read, SourceFile file) throws DatasetRefused {
        SampleShape.Image wanted = (SampleShape.Image) layout.shape();
        Picture picture = read.channels() == 1 && wanted.channels() == 3 ? read.withChannels(3) : read;
        SampleShape.Image shape = request.options().pixels().shape(picture.shape());
        if (shape.channels() != wanted.channels()) {
            throw new DatasetRefused(
                    file.path(), "this picture has colours, the first one is grey; ask for channels=1 or channels=3");
        }
        requireWithin(picture, file);
        return picture;
    }

    private void requireWithin(Picture picture, SourceFile file) throws DatasetRefused {
        if (picture.bits() == 8) {
            return;
        }
        double outside = levels().holds(picture.greatest()) ? picture.least() : picture.greatest();
        if (!levels().holds(outside)) {
            throw new DatasetRefused(
                    file.path(),
                    "a pixel is " + PixelLevels.text(outside) + ", outside of valueRange=" + levels().range());
        }
    }
}
