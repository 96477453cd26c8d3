package dev.latent.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
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

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private Jpeg() {}

    /** @throws IllegalArgumentException if it is not of 8 bits */
    static byte[] encode(Picture picture, PictureTags tags) {
        if (picture.bits() != 8) {
            throw new IllegalArgumentException("a JPEG has 8 bits");
        }
        return withTags(encode(PictureImage.of(picture)), picture.channels(), tags);
    }

    /** One that may be too large for the memory. @param file that is not there yet */
    static void write(PictureOnDisk picture, PictureTags tags, Path file) throws IOException {
        if (picture.bits() != 8) {
            throw new IllegalArgumentException("a JPEG has 8 bits");
        }
        Path untagged = file.resolveSibling(file.getFileName() + ".untagged");
        try (ImageOutputStream out = new FileImageOutputStream(untagged.toFile())) {
            encode(picture.image(), out);
        }
        try (InputStream in = Files.newInputStream(untagged);
                OutputStream out = Files.newOutputStream(file)) {
            out.write(withTags(in.readNBytes(END_OF_JFIF), picture.shape().channels(), tags));
            in.transferTo(out);
        }
        Files.delete(untagged);
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            encode(image, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void encode(BufferedImage image, ImageOutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    /** @param jpeg from its start, at least to the end of its JFIF segment */
    private static byte[] withTags(byte[] jpeg, int channels, PictureTags tags) {
        ByteArrayOutputStream tagged = new ByteArrayOutputStream(jpeg.length + PROFILE_BYTES);
        tagged.write(jpeg, 0, END_OF_JFIF);
        byte[] exif = tags.exif();
        if (exif != null) {
            writeSegment(tagged, 1, EXIF, exif);
        }
        byte[] profile = tags.profileOf(channels);
        int parts = profile == null ? 0 : (profile.length + PROFILE_BYTES - 1) / PROFILE_BYTES;
        for (int part = 0; part < parts && parts < 256; part++) {
            int from = part * PROFILE_BYTES;
            byte[] name = Arrays.copyOf(PictureTags.PROFILE_IN_JPEG, PictureTags.PROFILE_IN_JPEG.length + 2);
            name[name.length - 2] = (byte) (part + 1);
            name[name.length - 1] = (byte) parts;
            writeSegment(
                    tagged, 2, name, Arrays.copyOfRange(profile, from, Math.min(from + PROFILE_BYTES, profile.length)));
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

    private static void writeSegment(ByteArrayOutputStream out, int number, byte[] name, byte[] data) {
        out.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) (0xFFE0 + number))
                .putShort((short) (2 + name.length + data.length))
                .array());
        out.writeBytes(name);
        out.writeBytes(data);
    }

    private static short dots(double perMetre) {
        return (short) Math.max(1, Math.min(0xFFFF, Math.round(perMetre / INCHES_A_METRE)));
    }
}
