package dev.latent.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's file says that is still true of the picture once its pixels have other values.
 *
 * @param colourProfile an ICC profile, or null
 * @param resolution or null
 * @param orientation how the picture is to be turned, 1 to 8 as in Exif data; 1 is upright
 */
@SuppressWarnings("ArrayRecordComponent")
public record PictureTags(
        byte @Nullable [] colourProfile, @Nullable Resolution resolution, int orientation) {
    public static final PictureTags NONE = new PictureTags(null, null);

    /** Of a picture that is upright. */
    public PictureTags(byte @Nullable [] colourProfile, @Nullable Resolution resolution) {
        this(colourProfile, resolution, Orientation.UPRIGHT);
    }

    private static final int MOST_PROFILE_BYTES = 1 << 22;
    private static final int SPACE_IN_PROFILE = 16;
    private static final double INCH = 0.0254;
    private static final double CENTIMETRE = 0.01;
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    static final byte[] PROFILE_IN_JPEG = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

    /** Pixels a metre. */
    public record Resolution(double across, double down) {
        static @Nullable Resolution of(double across, double down, double unit) {
            boolean sensible = across > 0 && down > 0 && across / unit < 1e9 && down / unit < 1e9;
            return sensible ? new Resolution(across / unit, down / unit) : null;
        }
    }

    static PictureTags of(PictureKind kind, byte[] file) {
        return switch (kind) {
            case PNG -> ofPng(file);
            case JPEG -> ofJpeg(file);
            case TIFF -> TiffTags.first(file).map(PictureTags::ofTiff).orElse(NONE);
            case GIF, BMP, WEBP, PNM -> NONE;
        };
    }

    private static PictureTags ofPng(byte[] file) {
        Resolution resolution = Segments.ofPng(file, "pHYs")
                .filter(phys -> phys.length == 9 && phys[8] == 1)
                .map(ByteBuffer::wrap)
                .map(phys -> Resolution.of(phys.getInt(), phys.getInt(), 1))
                .orElse(null);
        return new PictureTags(
                Segments.ofPng(file, "iCCP").map(PictureTags::inflated).orElse(null), resolution);
    }

    /** Behind a name that ends in 0, and the number of the method. */
    private static byte @Nullable [] inflated(byte[] iccp) {
        int name = 0;
        while (name < iccp.length && iccp[name] != 0) {
            name++;
        }
        int from = Math.min(iccp.length, name + 2);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(iccp, from, iccp.length - from))) {
            byte[] profile = in.readNBytes(MOST_PROFILE_BYTES);
            return profile.length < MOST_PROFILE_BYTES ? profile : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static PictureTags ofJpeg(byte[] file) {
        Resolution resolution = Segments.ofJpeg(file, 0, JFIF)
                .filter(jfif -> jfif.length >= 7 && jfif[2] > 0)
                .map(ByteBuffer::wrap)
                .map(jfif -> Resolution.of(
                        jfif.getShort(3) & 0xFFFF, jfif.getShort(5) & 0xFFFF, jfif.get(2) == 1 ? INCH : CENTIMETRE))
                .orElse(null);
        byte[] profile = Segments.allOfJpeg(file, 2, PROFILE_IN_JPEG, 2);
        return new PictureTags(profile.length == 0 ? null : profile, resolution);
    }

    /** Of the first of its pages, which lies as it says. */
    static PictureTags ofTiff(List<TiffTags> pages) {
        return pages.isEmpty()
                ? NONE
                : ofTiff(pages.get(0)).lying(pages.get(0).number(TiffTags.ORIENTATION, Orientation.UPRIGHT));
    }

    private static PictureTags ofTiff(TiffTags tags) {
        Optional<Double> across = tags.ratio(TiffTags.RESOLUTION_ACROSS);
        Optional<Double> down = tags.ratio(TiffTags.RESOLUTION_DOWN);
        int unit = tags.number(TiffTags.RESOLUTION_UNIT, 2);
        boolean absolute = (unit == 2 || unit == 3) && across.isPresent() && down.isPresent();
        return new PictureTags(
                tags.bytes(TiffTags.COLOUR_PROFILE).orElse(null),
                absolute ? Resolution.of(across.get(), down.get(), unit == 2 ? INCH : CENTIMETRE) : null);
    }

    /** Of the picture before it is turned. @param tag any number, as files have it */
    PictureTags lying(int tag) {
        boolean known = tag >= Orientation.UPRIGHT && tag <= Orientation.MOST;
        return new PictureTags(colourProfile, resolution, known ? tag : Orientation.UPRIGHT);
    }

    /** Exif data that says how the picture is to be turned; null where it is upright. */
    byte @Nullable [] exif() {
        return orientation == Orientation.UPRIGHT
                ? null
                : ByteBuffer.allocate(26)
                        .putLong(0x4D4D002A00000008L)
                        .putShort((short) 1)
                        .putShort((short) TiffTags.ORIENTATION)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .array();
    }

    /** Of the picture on its side. */
    PictureTags turned() {
        return resolution == null
                ? this
                : new PictureTags(colourProfile, new Resolution(resolution.down(), resolution.across()));
    }

    /** The profile, where it is one for pictures of so many channels. */
    byte @Nullable [] profileOf(int channels) {
        byte[] profile = colourProfile;
        if (profile == null || profile.length < SPACE_IN_PROFILE + 4) {
            return null;
        }
        return Segments.name(profile, SPACE_IN_PROFILE).equals(channels == 1 ? "GRAY" : "RGB ") ? profile : null;
    }
}
