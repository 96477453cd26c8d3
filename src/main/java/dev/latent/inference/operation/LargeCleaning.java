package dev.latent.inference.operation;

import dev.latent.family.PictureDenoiser;
import dev.latent.family.PictureDenoiser.Strength;
import dev.latent.image.PictureOnDisk;
import dev.latent.inference.engine.Session;
import dev.latent.sample.PixelLevels;
import dev.latent.sample.SampleShape.Image;
import org.jspecify.annotations.Nullable;

/**
 * Denoises pictures that may be too large for the memory, in bands of rows, each with as many around it as its result
 * depends on.
 */
public final class LargeCleaning {
    /** Of a band without what is around it. */
    private static final int VALUES = 1 << 21;

    /** All layers of a forward are in memory at once: those of higher bands take more than half a gigabyte. */
    private static final int MOST_ROWS = 160;

    private final PictureDenoiser denoiser;
    private final int reach;

    LargeCleaning(PictureDenoiser denoiser, int reach) {
        this.denoiser = denoiser;
        this.reach = reach;
    }

    /** @param session with a model that finds noise */
    public static LargeCleaning of(Session session) {
        PictureCleaning cleaning = PictureCleaning.of(session.patiently());
        return new LargeCleaning(cleaning.denoiser(), cleaning.model().reach());
    }

    /** A picture, and how its pixels are written. */
    public record Levelled(PictureOnDisk picture, PixelLevels levels) {}

    /**
     * @param cleaned of the same shape; it may be the noisy one itself
     * @param level of the noise, or null to have it estimated
     * @return the level that was removed; null where the model isn't told it
     */
    public @Nullable Double clean(Levelled noisy, Levelled cleaned, @Nullable Double level) {
        Image shape = noisy.picture().shape();
        Strength strength = denoiser.strength(
                (top, left, height, width) -> noisy.picture().read(top, left, height, width, noisy.levels()),
                shape,
                level);
        int rows = rows(shape);
        float[] above = new float[0];
        for (int from = 0; from < shape.height(); from += rows) {
            int to = Math.min(shape.height(), from + rows);
            float[] below = noisy.picture()
                    .read(from, 0, Math.min(shape.height(), to + reach) - from, shape.width(), noisy.levels());
            float[] band = joined(above, below, shape);
            Image ofBand = new Image(shape.channels(), height(band, shape), shape.width());
            float[] result = denoiser.denoisePart(band, ofBand, strength);
            cleaned.picture().write(from, to - from, result, height(above, shape), cleaned.levels());
            above = rowsOf(below, shape, to - from - reach, to - from);
        }
        return strength.level();
    }

    /** Even, as a model may look at blocks of pixels, and no fewer than are around them. */
    private int rows(Image shape) {
        int fitting = VALUES / (shape.width() * shape.channels()) / 2 * 2;
        return Math.max(Math.max(2, reach), Math.min(MOST_ROWS, fitting));
    }

    private static int height(float[] rows, Image shape) {
        return rows.length / shape.channels() / shape.width();
    }

    private static float[] joined(float[] above, float[] below, Image shape) {
        float[] joined = new float[above.length + below.length];
        int first = above.length / shape.channels();
        int second = below.length / shape.channels();
        for (int channel = 0; channel < shape.channels(); channel++) {
            int at = channel * (first + second);
            System.arraycopy(above, channel * first, joined, at, first);
            System.arraycopy(below, channel * second, joined, at + first, second);
        }
        return joined;
    }

    private static float[] rowsOf(float[] rows, Image shape, int from, int to) {
        int all = rows.length / shape.channels();
        int begin = Math.max(0, from) * shape.width();
        int kept = to * shape.width() - begin;
        float[] some = new float[kept * shape.channels()];
        for (int channel = 0; channel < shape.channels(); channel++) {
            System.arraycopy(rows, channel * all + begin, some, channel * kept, kept);
        }
        return some;
    }
}
