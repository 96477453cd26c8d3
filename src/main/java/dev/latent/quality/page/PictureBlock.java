package dev.latent.quality.page;

import dev.latent.image.Picture;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A picture in its own size, or as large as fits the page. */
record PictureBlock(Picture picture) implements Block {
    private static final int WIDEST = 960;

    @Override
    public int height() {
        return (int) Math.round(picture.height() * scale());
    }

    private double scale() {
        return Math.min(1, (double) WIDEST / picture.width());
    }

    @Override
    public void draw(Graphics2D on, int width) {
        on.drawImage(image(), 0, 0, (int) Math.round(picture.width() * scale()), height(), null);
    }

    private BufferedImage image() {
        Picture colours = picture.withChannels(3);
        BufferedImage image = new BufferedImage(colours.width(), colours.height(), BufferedImage.TYPE_INT_RGB);
        byte[] pixels = colours.pixels();
        int[] values = new int[pixels.length / 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (pixels[3 * i] & 0xFF) << 16 | (pixels[3 * i + 1] & 0xFF) << 8 | pixels[3 * i + 2] & 0xFF;
        }
        image.setRGB(0, 0, colours.width(), colours.height(), values, 0, colours.width());
        return image;
    }
}
