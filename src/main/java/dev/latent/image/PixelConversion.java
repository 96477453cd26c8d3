package dev.latent.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Takes pixels out of whatever form ImageIO decoded them to, as they are stored: going through Java's colour spaces
 * would change grey values. Transparent pixels are laid over black; 16 bits are rounded to 8.
 */
final class PixelConversion {
    private PixelConversion() {}

    static Picture toPicture(BufferedImage image) throws UnreadablePicture {
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            throw new UnreadablePicture("the picture's colours are CMYK; save it as RGB");
        }
        return image.getColorModel() instanceof IndexColorModel ? fromPalette(image) : fromBands(image);
    }

    private static Picture fromPalette(BufferedImage image) {
        int width = image.getWidth();
        int[] colours = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        byte[] pixels = new byte[colours.length * 3];
        for (int i = 0; i < colours.length; i++) {
            int alpha = colours[i] >>> 24;
            for (int channel = 0; channel < 3; channel++) {
                int value = colours[i] >> (16 - 8 * channel) & 0xFF;
                pixels[i * 3 + channel] = (byte) overBlack(value, alpha, 255);
            }
        }
        Picture picture = new Picture(3, image.getHeight(), width, pixels);
        return picture.isGrey() ? picture.withChannels(1) : picture;
    }

    private static Picture fromBands(BufferedImage image) throws UnreadablePicture {
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int bits = raster.getSampleModel().getSampleSize(0);
        if (bands > 4 || bits != 8 && bits != 16) {
            throw new UnreadablePicture(
                    "a picture of " + bands + " channels of " + bits + " bits isn't taken; use grey or RGB of 8 bits");
        }
        int channels = bands < 3 ? 1 : 3;
        byte[] pixels = new byte[image.getWidth() * image.getHeight() * channels];
        int[] row = new int[image.getWidth() * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, image.getWidth(), 1, row);
            convertRow(row, bands, (1 << bits) - 1, pixels, y * image.getWidth() * channels);
        }
        return new Picture(channels, image.getHeight(), image.getWidth(), pixels);
    }

    private static void convertRow(int[] row, int bands, int max, byte[] target, int offset) {
        boolean transparent = bands == 2 || bands == 4;
        int channels = transparent ? bands - 1 : bands;
        int at = offset;
        for (int pixel = 0; pixel < row.length; pixel += bands) {
            int alpha = transparent ? row[pixel + channels] : max;
            for (int channel = 0; channel < channels; channel++) {
                target[at++] = (byte) overBlack(row[pixel + channel], alpha, max);
            }
        }
    }

    private static int overBlack(int value, int alpha, int max) {
        long full = (long) max * max;
        return (int) (((long) value * alpha * 255 + full / 2) / full);
    }
}
