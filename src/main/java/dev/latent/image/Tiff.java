package dev.latent.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures of 8 or 16 bits or of floats as the pages of a TIFF, packed without loss. */
final class Tiff {
    private static final String DEFLATE = "ZLib";
    private static final double CENTIMETRES_A_METRE = 100;
    private static final int DENOMINATOR = 1000;

    private Tiff() {}

    static byte[] encode(List<Picture> pages, PictureTags tags) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriter writer = begin(out);
            try {
                for (Picture page : pages) {
                    add(writer, PictureImage.of(page), page.channels(), tags);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A writer of pages, which ends its sequence and is disposed of when it has all of them. */
    static ImageWriter begin(ImageOutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
        return writer;
    }

    static void add(ImageWriter writer, BufferedImage page, int channels, PictureTags tags) throws IOException {
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionType(DEFLATE);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), how);
        writer.writeToSequence(new IIOImage(page, null, tagged(metadata, channels, tags)), how);
    }

    private static IIOMetadata tagged(IIOMetadata metadata, int channels, PictureTags tags) throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        BaselineTIFFTagSet known = BaselineTIFFTagSet.getInstance();
        byte[] profile = tags.profileOf(channels);
        if (profile != null) {
            directory.addTIFFField(new TIFFField(
                    known.getTag(TiffTags.COLOUR_PROFILE), TIFFTag.TIFF_UNDEFINED, profile.length, profile));
        }
        PictureTags.Resolution resolution = tags.resolution();
        if (resolution != null) {
            directory.addTIFFField(ratio(known.getTag(TiffTags.RESOLUTION_ACROSS), resolution.across()));
            directory.addTIFFField(ratio(known.getTag(TiffTags.RESOLUTION_DOWN), resolution.down()));
            directory.addTIFFField(new TIFFField(
                    known.getTag(TiffTags.RESOLUTION_UNIT), BaselineTIFFTagSet.RESOLUTION_UNIT_CENTIMETER));
        }
        if (tags.orientation() != Orientation.UPRIGHT) {
            directory.addTIFFField(new TIFFField(known.getTag(TiffTags.ORIENTATION), tags.orientation()));
        }
        return directory.getAsMetadata();
    }

    private static TIFFField ratio(TIFFTag tag, double perMetre) {
        long numerator = Math.min(0xFFFFFFFFL, Math.round(perMetre / CENTIMETRES_A_METRE * DENOMINATOR));
        return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{numerator, DENOMINATOR}});
    }
}
