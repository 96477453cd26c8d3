package dev.latent.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a picture's file says of the picture beside its pixels. */
record PictureMetadata(PictureKind kind, byte[] bytes) {
    private static final int APP1 = 1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MOST_BITS = 16;

    /** Upright where the file doesn't say, or says it in a way that can't be read. */
    Orientation orientation() {
        return Orientation.of(orientationTag());
    }

    private int orientationTag() {
        return exif().flatMap(TiffTags::first)
                .map(tags -> tags.number(TiffTags.ORIENTATION, Orientation.UPRIGHT))
                .orElse(Orientation.UPRIGHT);
    }

    /** Exif data has the form of a TIFF file. */
    private Optional<byte[]> exif() {
        return switch (kind) {
            case JPEG -> Segments.ofJpeg(bytes, APP1, EXIF);
            case PNG -> Segments.ofPng(bytes, "eXIf");
            case WEBP -> Segments.ofWebP(bytes, "EXIF").map(PictureMetadata::withoutPrefix);
            case TIFF -> Optional.of(bytes);
            case GIF, BMP, PNM -> Optional.empty();
        };
    }

    /** Some writers put JPEG's prefix before it, which the format doesn't ask for. */
    private static byte[] withoutPrefix(byte[] exif) {
        return Segments.startsWith(exif, 0, exif.length, EXIF)
                ? Arrays.copyOfRange(exif, EXIF.length, exif.length)
                : exif;
    }

    /** Of the picture upright. */
    PictureTags tags() {
        PictureTags tags = PictureTags.of(kind, bytes);
        return orientation().transposed() ? tags.turned() : tags;
    }

    /** Of the picture as it lies in its file. */
    PictureTags tagsOfLying() {
        return PictureTags.of(kind, bytes).lying(orientationTag());
    }

    /** How many bits of a grey or coloured value mean something; 0 where the file doesn't say. */
    int significantBits() {
        return switch (kind) {
            case PNG -> significantBitsOfPng();
            // Its reader spreads what the file has over all bits.
            case PNM -> MOST_BITS;
            default -> 0;
        };
    }

    private int significantBitsOfPng() {
        int most = 0;
        byte[] bits = Segments.ofPng(bytes, "sBIT").orElse(new byte[0]);
        // Of two or four the last is the transparency's.
        for (int i = 0; i < bits.length - (bits.length % 2 == 0 ? 1 : 0); i++) {
            most = Math.max(most, bits[i]);
        }
        return most > MOST_BITS ? 0 : most;
    }

    /** Whether it is a PNG that moves, of which readers of PNG see the first picture. */
    boolean moves() {
        return kind == PictureKind.PNG && Segments.ofPng(bytes, "acTL").isPresent();
    }
}
