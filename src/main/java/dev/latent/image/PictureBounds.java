package dev.latent.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;

/**
 * Whether a picture is of a size that is decoded, before it is: readers take memory for whatever a file announces, be it
 * for the picture, a tile of it, a table of its values, or a frame that is larger than the whole.
 *
 * @param maxPixels the largest height × width
 */
record PictureBounds(long maxPixels) {
    private static final int MOST_BITS = 16;
    private static final int FLOATS = 3;
    private static final int SIDE = 0x3FFF;
    private static final int COMPRESSION_IN_BMP = 30;
    /** None, the two run lengths, and bit fields. */
    private static final int MOST_COMPRESSION_OF_BMP = 3;

    /** @param page which of several pictures in a file */
    void check(PictureKind kind, ImageReader reader, int page, byte[] bytes) throws IOException {
        requireSize(reader.getWidth(page), reader.getHeight(page));
        requireSize(reader.getTileWidth(page), reader.getTileHeight(page));
        ByteBuffer littleEndian = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (kind) {
            case TIFF -> requireBits(reader, page);
            case WEBP -> requireFrames(littleEndian);
            case BMP -> requirePlain(littleEndian);
            case PNG, JPEG, GIF, PNM -> {
                // their readers take memory for the picture alone
            }
        }
    }

    private void requireSize(long width, long height) throws UnreadablePicture {
        if (width * height > maxPixels) {
            throw new UnreadablePicture(
                    "the picture is " + width + "×" + height + " pixels; at most " + maxPixels + " pixels are taken");
        }
    }

    private static void requireBits(ImageReader reader, int page) throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(reader.getImageMetadata(page));
        TIFFField format = directory.getTIFFField(BaselineTIFFTagSet.TAG_SAMPLE_FORMAT);
        int most = format != null && format.getAsInt(0) == FLOATS ? Double.SIZE : MOST_BITS;
        TIFFField bits = directory.getTIFFField(BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE);
        for (int i = 0; bits != null && i < bits.getCount(); i++) {
            if (bits.getAsInt(i) > most) {
                throw new UnreadablePicture("a picture of " + bits.getAsInt(i)
                        + " bits a value isn't taken; save it as grey or RGB of 8 or 16 bits, or of floats");
            }
        }
    }

    /** A JPEG or PNG in it has a size of its own. */
    private static void requirePlain(ByteBuffer bmp) throws UnreadablePicture {
        if (bmp.limit() > COMPRESSION_IN_BMP + 4 && bmp.getInt(COMPRESSION_IN_BMP) > MOST_COMPRESSION_OF_BMP) {
            throw new UnreadablePicture("a BMP that holds a picture of another kind isn't taken; save it as PNG");
        }
    }

    /** RFC 9649: chunks of which each says how long it is; a frame of an animation is one that holds others. */
    private void requireFrames(ByteBuffer webP) throws UnreadablePicture {
        int at = 12;
        while (at + 8 <= webP.limit()) {
            String name = Segments.name(webP.array(), at);
            long length = webP.getInt(at + 4) & 0xFFFFFFFFL;
            if (length > webP.limit() - at - 8) {
                throw new UnreadablePicture("the picture is broken: it ends too early");
            }
            switch (name) {
                case "VP8 " -> requireLossyFrame(webP, at + 8, length);
                case "VP8L" -> requireLosslessFrame(webP, at + 8, length);
                default -> {
                    // says nothing of sizes
                }
            }
            at += name.equals("ANMF") ? 24 : 8 + (int) length + (int) (length & 1);
        }
    }

    private void requireLossyFrame(ByteBuffer webP, int at, long length) throws UnreadablePicture {
        if (length >= 10) {
            requireSize(webP.getShort(at + 6) & SIDE, webP.getShort(at + 8) & SIDE);
        }
    }

    private void requireLosslessFrame(ByteBuffer webP, int at, long length) throws UnreadablePicture {
        if (length >= 5) {
            int sides = webP.getInt(at + 1);
            requireSize((sides & SIDE) + 1, (sides >>> 14 & SIDE) + 1);
        }
    }
}
