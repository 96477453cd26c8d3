package dev.latent.image;

import java.util.List;

/** Pictures as the bytes of a file. */
public final class PictureFile {
    private PictureFile() {}

    /**
     * @param kind PNG, JPEG or TIFF
     * @param pages one, but for TIFF
     * @throws IllegalArgumentException if a file of this kind can't hold them
     */
    public static byte[] encode(PictureKind kind, List<Picture> pages, PictureTags tags) {
        if (pages.isEmpty() || pages.size() > 1 && kind != PictureKind.TIFF) {
            throw new IllegalArgumentException("a " + kind + " holds one picture, not " + pages.size());
        }
        return switch (kind) {
            case PNG -> Png.encode(pages.get(0), tags);
            case JPEG -> Jpeg.encode(pages.get(0), tags);
            case TIFF -> Tiff.encode(pages, tags);
            default -> throw new IllegalArgumentException("pictures are not written as " + kind);
        };
    }
}
