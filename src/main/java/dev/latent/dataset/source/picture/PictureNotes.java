package dev.latent.dataset.source.picture;

import dev.latent.image.DecodedPicture;
import dev.latent.image.Picture;
import dev.latent.image.PixelTransform;
import dev.latent.sample.PixelLevels;
import java.util.ArrayList;
import java.util.List;

/** Counts what was done to pictures that their owner may want to know. */
final class PictureNotes {
    private final PixelTransform transform;
    private final PixelLevels levels;
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

    void add(DecodedPicture decoded) {
        Picture picture = decoded.picture();
        pictures++;
        deep += picture.bits() == 16 ? 1 : 0;
        floats += picture.bits() == 32 ? 1 : 0;
        transparent += decoded.transparent() ? 1 : 0;
        turned += decoded.turned() ? 1 : 0;
        firstOfSeveral += decoded.firstOfSeveral() ? 1 : 0;
        cut += transform.cuts(picture.shape()) ? 1 : 0;
        padded += transform.pads(picture.shape()) ? 1 : 0;
    }

    List<String> inWords() {
        List<String> notes = new ArrayList<>();
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

    private void add(List<String> notes, int count, String what) {
        if (count > 0) {
            notes.add(count + " of " + pictures + (pictures == 1 ? " picture: " : " pictures: ") + what);
        }
    }
}
