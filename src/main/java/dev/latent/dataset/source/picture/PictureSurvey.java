package dev.latent.dataset.source.picture;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.reading.ImportOption;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.image.DecodedPicture;
import dev.latent.image.PictureKind;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.ValueRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A first look at the pictures of an import: only those that may have 16 bits are decoded for it. */
final class PictureSurvey {
    private final ImportRequest request;
    private boolean deep;
    private boolean floats;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest;
    private int significantBits;

    PictureSurvey(ImportRequest request) {
        this.request = request;
    }

    /** What the values of 16-bit pictures or of floats range over, if there is one; else 8 bits. */
    PixelLevels levels(PictureFolders folders) throws IOException {
        PictureFaults faults = new PictureFaults();
        for (PictureFolders.Place place : folders.places()) {
            faults.during(() -> look(place.file()));
        }
        faults.throwIfAny();
        ValueRange wanted = request.options().valueRange();
        if (!deep && !floats) {
            if (wanted != null) {
                throw ImportOption.VALUE_RANGE.refusal("pictures of 8 bits");
            }
            return PixelLevels.EIGHT_BITS;
        }
        if (floats) {
            return wanted == null
                    ? DecodedPicture.likelyLevels(least, greatest)
                    : new PixelLevels(32, wanted.min(), wanted.max());
        }
        return wanted == null ? DecodedPicture.likelyLevels(greatest, significantBits) : levels(wanted);
    }

    private void look(SourceFile file) throws IOException {
        byte[] head = head(file);
        Optional<PictureKind> kind = PictureKind.of(head);
        if (kind.isEmpty() || !kind.get().mayBeDeep(head)) {
            return;
        }
        DecodedPicture decoded = PictureFormat.read(file, request);
        if (decoded.picture().bits() > 8) {
            deep |= decoded.picture().bits() == 16;
            floats |= decoded.picture().bits() == 32;
            if (deep && floats) {
                throw new DatasetRefused(
                        file.path(),
                        "of the pictures before it and this one some have 16 bits and some hold floats; save all alike");
            }
            least = Math.min(least, decoded.picture().least());
            greatest = Math.max(greatest, decoded.picture().greatest());
            significantBits = Math.max(significantBits, decoded.significantBits());
        }
    }

    private static byte[] head(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(PictureKind.HEAD);
        }
    }

    private static PixelLevels levels(ValueRange wanted) throws DatasetRefused {
        int low = (int) wanted.min();
        int high = (int) wanted.max();
        if (low != wanted.min() || high != wanted.max() || low < 0 || high > 0xFFFF) {
            throw DatasetRefused.option(
                    "valueRange", "of 16-bit pictures is two whole numbers from 0 to 65535, as 0,4095");
        }
        return new PixelLevels(16, low, high);
    }
}
