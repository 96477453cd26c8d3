package dev.latent.dataset.source.picture;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.image.DecodedPicture;
import dev.latent.image.Picture;
import dev.latent.image.PixelTransform;
import dev.latent.sample.PictureSizes;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what was done to pictures that their owner may want to know. */
final class PictureNotes {
    private final PixelTransform transform;
    private final PixelLevels levels;
    private SampleShape.@Nullable Image first;
    private int likeFirst;
    private @Nullable String unlikeFirst;
    private @Nullable PictureSizes sizes;
    private int pictures;
    private int deep;
    private int floats;
    private int transparent;
    private int turned;
    private int firstOfSeveral;
    private int cut;
    private int padded;

    PictureNotes(PixelTransform transform, PixelLevels levels) {
        this.transform = transform;
        this.levels = levels;
    }

    void add(DecodedPicture decoded, SourceFile file) {
        Picture picture = decoded.picture();
        pictures++;
        addSize(transform.shape(picture.shape()), file);
        deep += picture.bits() == 16 ? 1 : 0;
        floats += picture.bits() == 32 ? 1 : 0;
        transparent += decoded.transparent() ? 1 : 0;
        turned += decoded.turned() ? 1 : 0;
        firstOfSeveral += decoded.firstOfSeveral() ? 1 : 0;
        cut += transform.cuts(picture.shape()) ? 1 : 0;
        padded += transform.pads(picture.shape()) ? 1 : 0;
    }

    private void addSize(SampleShape.Image size, SourceFile file) {
        first = first == null ? size : first;
        if (size.height() == first.height() && size.width() == first.width()) {
            likeFirst++;
        } else if (unlikeFirst == null) {
            unlikeFirst = file.path();
        }
    }

    /** What the pictures have become. */
    void ofDataset(DatasetDescription dataset) {
        sizes = dataset.pictures() == null ? null : dataset.pictures().sizes();
    }

    List<String> inWords() {
        List<String> notes = new ArrayList<>();
        if (sizes != null && first != null) {
            notes.add(
                    "the pictures are " + sizes.inWords() + (unlikeFirst == null ? "" : " (" + difference(first) + ")")
                            + ": they are kept whole, each in its own size, for families that learn from windows of pictures,"
                            + " as the denoising of photographs; for any other give them one size: upload them with"
                            + " resize=WIDTHxHEIGHT and fit=cover, contain or stretch");
        }
        add(notes, transparent, "transparent, laid on " + transform.under() + " (background)");
        add(notes, turned, "turned upright, as their orientation says");
        add(notes, firstOfSeveral, "the first of several in one file; the others are left out");
        add(notes, cut, "cut by resize (fit=cover); fit=contain and fit=stretch keep all of a picture");
        add(notes, padded, "padded by resize with " + transform.under() + " (background)");
        if (deep > 0) {
            add(
                    notes,
                    deep,
                    "of 16 bits, which are kept; " + levels.range()
                            + (levels.equals(PixelLevels.SIXTEEN_BITS) ? "" : ", as no value is greater,")
                            + " became 0 to 1 (valueRange)");
        }
        add(notes, floats, "of floats, which are kept; " + levels.range() + " became 0 to 1 (valueRange)");
        return notes;
    }

    private String difference(SampleShape.Image size) {
        return likeFirst + " of " + pictures + " are " + size.width() + "×" + size.height() + ", " + unlikeFirst
                + " is not";
    }

    private void add(List<String> notes, int count, String what) {
        if (count > 0) {
            notes.add(count + " of " + pictures + (pictures == 1 ? " picture: " : " pictures: ") + what);
        }
    }
}
