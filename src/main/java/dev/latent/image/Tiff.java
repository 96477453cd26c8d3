package dev.latent.image;

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
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(DEFLATE);
            writer.prepareWriteSequence(null);
            for (Picture page : pages) {
                var image = PictureImage.of(page);
                IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), how);
                writer.writeToSequence(new IIOImage(image, null, tagged(metadata, page, tags)), how);
            }
            writer.endWriteSequence();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static IIOMetadata tagged(IIOMetadata metadata, Picture page, PictureTags tags) throws IOException {
        TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
        BaselineTIFFTagSet known = BaselineTIFFTagSet.getInstance();
        byte[] profile = tags.profileOf(page.channels());
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
        return directory.getAsMetadata();
    }

    private static TIFFField ratio(TIFFTag tag, double perMetre) {
        long numerator = Math.min(0xFFFFFFFFL, Math.round(perMetre / CENTIMETRES_A_METRE * DENOMINATOR));
        return new TIFFField(tag, TIFFTag.TIFF_RATIONAL, 1, new long[][] {{numerator, DENOMINATOR}});
    }
}
