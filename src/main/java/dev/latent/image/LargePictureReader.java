package dev.latent.image;

import dev.latent.sample.SampleShape;
import java.awt.Rectangle;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PackedColorModel;
import java.awt.image.Raster;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads pictures that may be too large for the memory from a file: PNG, JPEG and TIFF, grey or RGB of 8 or 16 bits or of
 * floats, without transparency or palette. They lie as their file has them; {@link #tags} say how they are looked at.
 */
public final class LargePictureReader implements Closeable {
    private static final int HEAD_BYTES = 1 << 22;
    private static final long LARGEST_PIECE = 1 << 26;
    private static final int TOGETHER = 256;

    /** The reader of pictures that come in several turns keeps all of one in memory. */
    private static final long MOST_PROGRESSIVE = 1 << 26;

    /** Height × width × 3 of what has transparency, a palette or bits of its own, and is read as a whole. */
    private static final long MOST_ELSEWHERE = 1 << 25;

    private static final int COMPRESSION = 259;
    private static final int NONE = 1;

    private final PictureKind kind;
    private final ImageReader reader;
    private final FileImageInputStream in;
    private final List<Integer> pages;
    private final PictureTags tags;
    private final boolean progressive;
    private final List<TiffTags> directories;
    private boolean damaged;

    private LargePictureReader(PictureKind kind, Path file) throws IOException {
        this.kind = kind;
        directories = kind == PictureKind.TIFF ? directories(file) : List.of();
        byte[] head = kind == PictureKind.TIFF ? new byte[0] : head(file, HEAD_BYTES);
        tags = kind == PictureKind.TIFF
                ? PictureTags.ofTiff(directories)
                : new PictureMetadata(kind, head).tagsOfLying();
        progressive = kind == PictureKind.JPEG && Segments.isProgressiveJpeg(head);
        pages = kind == PictureKind.TIFF ? TiffTags.pages(directories) : List.of(0);
        reader = kind.reader();
        in = new FileImageInputStream(file.toFile());
        reader.setInput(in, false, true);
        reader.addIIOReadWarningListener((source, warning) -> damaged |= PictureReader.tellsDamage(warning));
    }

    /**
     * @param most height × width × channels of a picture that is not large
     * @return null for one, and for what can't be read so but can as one that is not large
     * @throws UnreadablePicture if it is larger than is taken, or is of a kind that is not taken so large
     */
    public static @Nullable LargePictureReader openIfLarge(Path file, long most, long maxPixels) throws IOException {
        PictureKind kind = PictureKind.of(head(file, PictureKind.HEAD)).orElse(PictureKind.GIF);
        if (kind != PictureKind.PNG && kind != PictureKind.JPEG && kind != PictureKind.TIFF) {
            return null;
        }
        LargePictureReader reader = new LargePictureReader(kind, file);
        try {
            if (reader.isLarge(most, maxPixels)) {
                return reader;
            }
            reader.close();
            return null;
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw PictureReader.unreadable(e);
        }
    }

    /** A page is too large for the memory, or all of them are, if none but this reader can have them. */
    private boolean isLarge(long most, long maxPixels) throws IOException {
        long values = 0;
        for (int page : pages) {
            values += reader.getWidth(page) * 3L * reader.getHeight(page);
        }
        if (values <= most || values <= MOST_ELSEWHERE && !isPlain()) {
            return false;
        }
        check(maxPixels);
        return true;
    }

    private boolean isPlain() {
        try {
            type(0);
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static byte[] head(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    private static List<TiffTags> directories(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new UnreadablePicture("a TIFF of more than 2 GB isn't taken");
            }
            return TiffTags.all(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private void check(long maxPixels) throws IOException {
        long pixels = 0;
        for (int page : pages) {
            long own = (long) reader.getWidth(page) * reader.getHeight(page);
            pixels += own;
            if (pixels > maxPixels || own * 3 > Integer.MAX_VALUE - 8) {
                throw new UnreadablePicture("the picture is " + reader.getWidth(page) + "×" + reader.getHeight(page)
                        + " pixels" + (pages.size() > 1 ? " in each of " + pages.size() + " pages" : "") + "; at most "
                        + maxPixels + " pixels are taken");
            }
            if (progressive && own > MOST_PROGRESSIVE) {
                throw new UnreadablePicture("a progressive JPEG of so many pixels isn't taken; save it as a baseline"
                        + " one, or as PNG or TIFF");
            }
        }
    }

    public int pages() {
        return pages.size();
    }

    /** What is true of all pages, and how they are to be turned. */
    public PictureTags tags() {
        return tags;
    }

    /** Of a page, as its file has it. */
    public SampleShape.Image shape(int page) throws IOException {
        return new SampleShape.Image(
                type(page).getNumBands(), reader.getHeight(pages.get(page)), reader.getWidth(pages.get(page)));
    }

    /** 8 or 16, or 32 for floats. */
    public int bits(int page) throws IOException {
        return PixelConversion.bits(type(page).getSampleModel());
    }

    /** @param into a file that is not there yet */
    public PictureOnDisk decode(int page, Path into) throws IOException {
        try {
            ImageTypeSpecifier type = type(page);
            int bits = PixelConversion.bits(type.getSampleModel());
            PictureOnDisk picture = PictureOnDisk.create(shape(page), bits, into);
            if (kind == PictureKind.TIFF) {
                copyStrips(pages.get(page), picture);
            } else {
                ImageReadParam how = reader.getDefaultReadParam();
                how.setDestination(picture.image());
                reader.read(pages.get(page), how);
            }
            if (damaged) {
                throw new UnreadablePicture("the picture is broken: it ends too early or its data is damaged");
            }
            return picture;
        } catch (IOException | RuntimeException e) {
            throw PictureReader.unreadable(e);
        }
    }

    private ImageTypeSpecifier type(int page) throws IOException {
        ImageTypeSpecifier type = reader.getImageTypes(pages.get(page)).next();
        ColorModel colours = type.getColorModel();
        boolean plain = !(colours instanceof IndexColorModel) && !(colours instanceof PackedColorModel)
                || kind == PictureKind.JPEG;
        int bands = type.getNumBands();
        if (!plain
                || colours.hasAlpha()
                || bands != 1 && bands != 3
                || PixelConversion.bits(type.getSampleModel()) == 0) {
            throw new UnreadablePicture(
                    "a picture of so many pixels is grey or RGB of 8 or 16 bits or of floats, without"
                            + " transparency or a palette; save it so");
        }
        return type;
    }

    /** As many rows at once as its strips or tiles have, which are decoded as a whole. */
    private void copyStrips(int page, PictureOnDisk picture) throws IOException {
        SampleShape.Image shape = picture.shape();
        int strip = Math.min(shape.height(), Math.max(1, reader.getTileHeight(page)));
        boolean packed = directories.get(page).number(COMPRESSION, NONE) != NONE;
        long bytes = (long) Math.max(shape.width(), reader.getTileWidth(page))
                * strip
                * shape.channels()
                * picture.bits()
                / 8;
        if (packed && bytes > LARGEST_PIECE) {
            throw new UnreadablePicture("a packed TIFF of so many pixels is taken in strips or tiles of at most "
                    + (LARGEST_PIECE >> 20) + " MB; save it so, or as PNG");
        }
        int rows = packed && strip > TOGETHER ? strip : Math.max(1, TOGETHER / strip) * (packed ? strip : 1);
        for (int y = 0; y < shape.height(); y += rows) {
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceRegion(new Rectangle(0, y, shape.width(), Math.min(rows, shape.height() - y)));
            Raster band = reader.read(page, how).getRaster();
            double[] row = new double[shape.width() * shape.channels()];
            for (int i = 0; i < band.getHeight(); i++) {
                band.getPixels(band.getMinX(), band.getMinY() + i, shape.width(), 1, row);
                picture.raster().setPixels(0, y + i, shape.width(), 1, row);
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}
