package dev.latent.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures of 8 bits as JPEG, so finely that hardly anything is lost. */
final class Jpeg {
    private static final float QUALITY = 0.95f;
    private static final double INCHES_A_METRE = 1 / 0.0254;
    private static final int PROFILE_BYTES = 65_000;

    /** Where the JFIF segment, which stands first, tells the unit of its resolution, and where it ends. */
    private static final int UNIT = 13;

    private static final int END_OF_JFIF = 20;

    private Jpeg() {}

    /** @throws IllegalArgumentException if it is not of 8 bits */
    static byte[] encode(Picture picture, PictureTags tags) {
        if (picture.bits() != 8) {
            throw new IllegalArgumentException("a JPEG has 8 bits");
        }
        return withTags(encode(PictureImage.of(picture)), picture.channels(), tags);
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] withTags(byte[] jpeg, int channels, PictureTags tags) {
        ByteArrayOutputStream tagged = new ByteArrayOutputStream(jpeg.length + PROFILE_BYTES);
        tagged.write(jpeg, 0, END_OF_JFIF);
        byte[] profile = tags.profileOf(channels);
        int parts = profile == null ? 0 : (profile.length + PROFILE_BYTES - 1) / PROFILE_BYTES;
        for (int part = 0; part < parts && parts < 256; part++) {
            int from = part * PROFILE_BYTES;
            int length = Math.min(PROFILE_BYTES, profile.length - from);
            byte[] name = PictureTags.PROFILE_IN_JPEG;
            tagged.writeBytes(ByteBuffer.allocate(6 + name.length)
                    .putShort((short) 0xFFE2)
                    .putShort((short) (4 + name.length + length))
                    .put(name)
                    .put((byte) (part + 1))
                    .put((byte) parts)
                    .array());
            tagged.write(profile, from, length);
        }
        tagged.write(jpeg, END_OF_JFIF, jpeg.length - END_OF_JFIF);
        byte[] whole = tagged.toByteArray();
        PictureTags.Resolution resolution = tags.resolution();
        if (resolution != null) {
            ByteBuffer.wrap(whole, UNIT, 5)
                    .put((byte) 1)
                    .putShort(dots(resolution.across()))
                    .putShort(dots(resolution.down()));
        }
        return whole;
    }

    private static short dots(double perMetre) {
        return (short) Math.max(1, Math.min(0xFFFF, Math.round(perMetre / INCHES_A_METRE)));
    }
}
