package dev.latent.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.PackedColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;

/**
 * Takes pixels out of whatever form ImageIO decoded them to, as they are stored: going through Java's colour spaces
 * would change grey values. Transparent pixels are laid on a background.
 */
final class PixelConversion {
    private final Background background;
    private boolean transparent;

    PixelConversion(Background background) {
        this.background = background;
    }

    /** Whether a pixel let the background through. */
    boolean metTransparency() {
        return transparent;
    }

    Picture toPicture(BufferedImage image) throws UnreadablePicture {
        ColorModel colours = image.getColorModel();
        int space = colours.getColorSpace().getType();
        if (space == ColorSpace.TYPE_CMYK) {
            throw new UnreadablePicture("the picture's colours are CMYK; save it as RGB");
        }
        if (space != ColorSpace.TYPE_GRAY && space != ColorSpace.TYPE_RGB) {
            throw new UnreadablePicture("the picture's colours are neither grey nor RGB; save it as RGB");
        }
        return colours instanceof IndexColorModel || colours instanceof PackedColorModel
                ? fromColours(image)
                : fromBands(image);
    }

    private Picture fromColours(BufferedImage image) {
        int width = image.getWidth();
        int[] colours = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        byte[] pixels = new byte[colours.length * 3];
        for (int i = 0; i < colours.length; i++) {
            int alpha = colours[i] >>> 24;
            for (int channel = 0; channel < 3; channel++) {
                int value = colours[i] >> (16 - 8 * channel) & 0xFF;
                pixels[i * 3 + channel] = (byte) laid(value, alpha, 0xFF, background.level(channel));
            }
        }
        return greyIfItIs(new Picture(3, image.getHeight(), width, pixels));
    }

    private static Picture greyIfItIs(Picture picture) {
        return picture.isGrey() ? picture.withChannels(1) : picture;
    }

    private Picture fromBands(BufferedImage image) throws UnreadablePicture {
        Raster raster = image.getRaster();
        int bits = bits(raster);
        boolean alpha = image.getColorModel().hasAlpha();
        int channels = raster.getNumBands() - (alpha ? 1 : 0);
        if (bits == 0 || channels != 1 && channels != 3) {
            throw new UnreadablePicture("a picture of " + raster.getNumBands() + " channels of "
                    + raster.getSampleModel().getSampleSize(0)
                    + " bits isn't taken; save it as grey or RGB of 8 or 16 bits, or of floats");
        }
        Picture picture = new Bands(raster, bits, channels, alpha, image.isAlphaPremultiplied()).picture();
        return alpha && channels == 1 && !background.isGrey() ? greyIfItIs(picture) : picture;
    }

    /** 8 or 16, 32 for floats, or 0 for anything else. */
    private static int bits(Raster raster) {
        return bits(raster.getSampleModel());
    }

    static int bits(SampleModel pixels) {
        int size = pixels.getSampleSize(0);
        return switch (pixels.getTransferType()) {
            case DataBuffer.TYPE_BYTE -> size == 8 ? 8 : 0;
            case DataBuffer.TYPE_USHORT -> size == 16 ? 16 : 0;
            case DataBuffer.TYPE_FLOAT, DataBuffer.TYPE_DOUBLE -> 32;
            default -> 0;
        };
    }

    private int laid(int value, int alpha, int max, int below) {
        return laid(value * (long) alpha, alpha, max, below);
    }

    private double laid(double value, double alpha, double below) {
        transparent |= alpha < 1;
        return value + below * (1 - alpha);
    }

    /** @param weighted the value times its opacity */
    private int laid(long weighted, int alpha, int max, int below) {
        transparent |= alpha < max;
        return (int) Math.min(max, (weighted + (long) below * (max - alpha) + max / 2) / max);
    }

    /** Values that lie beside each other, of which the last one of a pixel may be its opacity. */
    private final class Bands {
        private final Raster raster;
        private final int bits;
        private final int channels;
        private final boolean alpha;
        private final boolean weighted;

        Bands(Raster raster, int bits, int channels, boolean alpha, boolean weighted) {
            this.raster = raster;
            this.bits = bits;
            this.channels = channels;
            this.alpha = alpha;
            this.weighted = weighted;
        }

        /** In colours where transparent grey may lie on a colour. */
        Picture picture() throws UnreadablePicture {
            int wanted = alpha && !background.isGrey() ? 3 : channels;
            int width = raster.getWidth();
            PixelBytes pixels = new PixelBytes(bits, width * raster.getHeight() * wanted);
            double[] row = new double[width * raster.getNumBands()];
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
                requireFinite(row);
                for (int x = 0; x < width; x++) {
                    for (int channel = 0; channel < wanted; channel++) {
                        pixels.set((y * width + x) * wanted + channel, value(row, x * raster.getNumBands(), channel));
                    }
                }
            }
            return new Picture(wanted, raster.getHeight(), width, bits, pixels.bytes());
        }

        private void requireFinite(double[] row) throws UnreadablePicture {
            for (int i = 0; bits == 32 && i < row.length; i++) {
                if (!Float.isFinite((float) row[i])) {
                    throw new UnreadablePicture("a pixel of the picture is no finite number");
                }
            }
        }

        private double value(double[] row, int pixel, int channel) {
            double value = row[pixel + Math.min(channel, channels - 1)];
            if (!alpha) {
                return value;
            }
            double opacity = row[pixel + channels];
            if (bits == 32) {
                return laid(value * (weighted ? 1 : opacity), opacity, background.level(channel) / 255.0);
            }
            int max = (1 << bits) - 1;
            int below = background.level(channel) * (max / 0xFF);
            return laid((long) value * (weighted ? max : (long) opacity), (int) opacity, max, below);
        }
    }
}
