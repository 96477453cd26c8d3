package dev.latent.image;

import dev.latent.sample.SampleShape;
import org.jspecify.annotations.Nullable;

/**
 * Gives an image another size, another number of channels, or both. Values are a channel after the other.
 *
 * @param size the wanted size, or null to keep it
 * @param channels 1 or 3, or null to keep them; colours become their luma (ITU-R BT.601), grey is repeated
 * @param background what fills the place around an image that is contained in the size; null for white
 */
public record PixelTransform(
        @Nullable Resampling size,
        @Nullable Integer channels,
        @Nullable Background background) {
    private static final float[] LUMA = {0.299f, 0.587f, 0.114f};

    /** On white. */
    public PixelTransform(@Nullable Resampling size, @Nullable Integer channels) {
        this(size, channels, null);
    }

    /** The background, white where none is asked for. */
    public Background under() {
        return background == null ? Background.WHITE : background;
    }

    /** Whether there may be place around an image. */
    public boolean pads() {
        return size != null && size.fit() == Fit.CONTAIN;
    }

    /** Whether there is place around an image of this shape. */
    public boolean pads(SampleShape.Image from) {
        return pads() && size.pads(from.height(), from.width());
    }

    /** Whether a part of an image of this shape is cut off. */
    public boolean cuts(SampleShape.Image from) {
        return size != null && size.cuts(from.height(), from.width());
    }

    /** What images of a shape become. */
    public SampleShape.Image shape(SampleShape.Image from) {
        return new SampleShape.Image(
                channels == null ? from.channels() : channels,
                size == null ? from.height() : size.height(),
                size == null ? from.width() : size.width());
    }

    /** @param values in [0,1] */
    public float[] apply(SampleShape.Image from, float[] values) {
        return apply(from, values, 1);
    }

    /** @param white the greatest value */
    private float[] apply(SampleShape.Image from, float[] values, float white) {
        SampleShape.Image to = shape(from);
        float[] pixels = from.channels() == to.channels() ? values : inChannels(from, to.channels(), values);
        if (size == null || from.height() == to.height() && from.width() == to.width()) {
            return pixels;
        }
        float[] result = new float[to.size()];
        int area = from.height() * from.width();
        for (int channel = 0; channel < to.channels(); channel++) {
            float[] plane = new float[area];
            System.arraycopy(pixels, channel * area, plane, 0, area);
            float around = under().level(channel, to.channels()) / 255f * white;
            float[] resampled = size.apply(plane, from.height(), from.width(), around);
            System.arraycopy(resampled, 0, result, channel * resampled.length, resampled.length);
        }
        return result;
    }

    private static float[] inChannels(SampleShape.Image from, int channels, float[] values) {
        int area = from.height() * from.width();
        float[] result = new float[channels * area];
        for (int i = 0; i < result.length; i++) {
            if (from.channels() == 1) {
                result[i] = values[i % area];
            } else {
                result[i] = LUMA[0] * values[i] + LUMA[1] * values[i + area] + LUMA[2] * values[i + 2 * area];
            }
        }
        return result;
    }

    /** The same for unsigned bytes; an image that stays as it is keeps its very bytes. */
    public byte[] apply(SampleShape.Image from, byte[] bytes) {
        if (shape(from).equals(from)) {
            return bytes;
        }
        float[] values = new float[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            values[i] = bytes[i] & 0xFF;
        }
        float[] result = apply(from, values, 0xFF);
        byte[] rounded = new byte[result.length];
        for (int i = 0; i < result.length; i++) {
            rounded[i] = (byte) Math.max(0, Math.min(255, (int) (result[i] + 0.5f)));
        }
        return rounded;
    }
}
