package dev.latent.image;

import dev.latent.sample.SampleShape;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/** A picture as ImageIO's writers take it. */
final class PictureImage {
    private PictureImage() {}

    static BufferedImage of(Picture picture) {
        int type = type(picture.bits());
        int row = picture.width() * picture.channels();
        WritableRaster raster = Raster.createWritableRaster(order(picture.shape(), type), new Point(0, 0));
        double[] values = new double[row];
        for (int y = 0; y < picture.height(); y++) {
            for (int i = 0; i < row; i++) {
                values[i] = picture.value(y * row + i);
            }
            raster.setPixels(0, y, picture.width(), 1, values);
        }
        return new BufferedImage(colours(picture.channels(), type), raster, false, null);
    }

    /** One whose pixels are elsewhere. */
    static BufferedImage of(SampleShape.Image shape, FileBuffer pixels) {
        PixelInterleavedSampleModel order = order(shape, pixels.getDataType());
        WritableRaster raster = new WritableRaster(order, pixels, new Point(0, 0)) {};
        return new BufferedImage(colours(shape.channels(), pixels.getDataType()), raster, false, null);
    }

    private static PixelInterleavedSampleModel order(SampleShape.Image shape, int type) {
        return new PixelInterleavedSampleModel(
                type,
                shape.width(),
                shape.height(),
                shape.channels(),
                shape.width() * shape.channels(),
                IntStream.range(0, shape.channels()).toArray());
    }

    static int type(int bits) {
        return switch (bits) {
            case 8 -> DataBuffer.TYPE_BYTE;
            case 16 -> DataBuffer.TYPE_USHORT;
            default -> DataBuffer.TYPE_FLOAT;
        };
    }

    static ComponentColorModel colours(int channels, int type) {
        ColorSpace space = ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        return new ComponentColorModel(space, false, false, ComponentColorModel.OPAQUE, type);
    }
}
