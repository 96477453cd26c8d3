package dev.latent.image;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes pictures that may be too large for the memory into a file: one as PNG or JPEG, any number as TIFF. */
public final class LargePictureWriter implements Closeable {
    private final PictureKind kind;
    private final Path file;
    private final PictureTags tags;
    private @Nullable ImageWriter pages;
    private @Nullable FileImageOutputStream out;

    private LargePictureWriter(PictureKind kind, Path file, PictureTags tags) {
        this.kind = kind;
        this.file = file;
        this.tags = tags;
    }

    /** @param kind PNG, JPEG or TIFF @param file that is not there yet */
    public static LargePictureWriter create(PictureKind kind, Path file, PictureTags tags) {
        return new LargePictureWriter(kind, file, tags);
    }

    /** Adds a page; to a PNG or a JPEG only one. */
    public void add(PictureOnDisk picture) throws IOException {
        switch (kind) {
            case PNG -> {
                try (OutputStream png = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                    Png.write(picture, tags, png);
                }
            }
            case JPEG -> Jpeg.write(picture, tags, file);
            case TIFF -> addPage(picture);
            default -> throw new IllegalArgumentException("pictures are not written as " + kind);
        }
    }

    private void addPage(PictureOnDisk picture) throws IOException {
        if (pages == null || out == null) {
            out = new FileImageOutputStream(file.toFile());
            pages = Tiff.begin(out);
        }
        Tiff.add(pages, picture.image(), picture.shape().channels(), tags);
    }

    /** The file is whole. */
    public void finish() throws IOException {
        if (pages != null && out != null) {
            pages.endWriteSequence();
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (pages != null) {
            pages.dispose();
        }
        if (out != null) {
            out.close();
        }
    }
}
