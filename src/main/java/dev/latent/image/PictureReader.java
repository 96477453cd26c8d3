package dev.latent.image;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures of any {@link PictureKind} (grey, colour, palette, transparent, 16-bit) from bytes that nobody vouches
 * for, and turns them upright. The size is checked before a pixel is decoded, so a small file can't claim a lot of
 * memory.
 *
 * @param maxPixels the largest height × width that is decoded
 * @param background what transparent pixels are laid on
 */
public record PictureReader(long maxPixels, Background background) {
    /** Other warnings are about profiles, thumbnails and versions, which leave the pixels as they are. */
    private static final Pattern DAMAGE = Pattern.compile("corrupt|premature|truncated|inconsistent", CASE_INSENSITIVE);

    private static final int LONGEST_REASON = 200;

    /** One that lays transparent pixels on white. */
    public PictureReader(long maxPixels) {
        this(maxPixels, Background.WHITE);
    }

    /** The first picture of a file. @throws UnreadablePicture as {@link #readAll} */
    public DecodedPicture read(byte[] bytes) throws UnreadablePicture {
        return read(bytes, false).get(0);
    }

    /**
     * All pictures of a TIFF (a stack, but for what is only a smaller copy of another), the first one of any other file.
     *
     * @throws UnreadablePicture if the bytes are no such picture, a broken one, or together of too many pixels
     */
    public List<DecodedPicture> readAll(byte[] bytes) throws UnreadablePicture {
        return read(bytes, true);
    }

    private List<DecodedPicture> read(byte[] bytes, boolean all) throws UnreadablePicture {
        PictureKind kind = PictureKind.of(bytes)
                .orElseThrow(() -> new UnreadablePicture(
                        "this is no picture that can be read, which are " + PictureKind.inWords()));
        List<Integer> pages = kind == PictureKind.TIFF ? TiffTags.pages(TiffTags.all(bytes)) : List.of(0);
        List<String> warnings = new ArrayList<>();
        ImageReader reader = null;
        try (ImageInputStream stream = new PictureBytes(bytes)) {
            reader = kind.reader();
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            reader.setInput(stream, false, true);
            PictureMetadata metadata = new PictureMetadata(kind, bytes);
            boolean more = !all && pages.size() > 1 || hasMore(kind, reader);
            List<DecodedPicture> read = new ArrayList<>();
            long left = maxPixels;
            for (int page : all ? pages : pages.subList(0, 1)) {
                new PictureBounds(left).check(kind, reader, page, bytes);
                BufferedImage image = reader.read(page);
                requireUndamaged(warnings);
                read.add(decoded(image, metadata, more));
                left -= (long) image.getWidth() * image.getHeight();
            }
            return read;
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    /** What whoever sent a picture is told of what its reader says. */
    static UnreadablePicture unreadable(Exception e) {
        return e instanceof UnreadablePicture told
                ? told
                : new UnreadablePicture("the picture is broken: " + reason(e), e);
    }

    static boolean tellsDamage(String warning) {
        return DAMAGE.matcher(warning).find();
    }

    /** What a reader stumbles over without having looked for it is of no use to a client. */
    private static String reason(Exception e) {
        String message = e instanceof IOException ? e.getMessage() : null;
        return message == null || message.length() > LONGEST_REASON ? "its pixels can't be decoded" : message;
    }

    private DecodedPicture decoded(BufferedImage image, PictureMetadata metadata, boolean more)
            throws UnreadablePicture {
        PixelConversion pixels = new PixelConversion(background);
        Picture lying = pixels.toPicture(image);
        Picture upright = metadata.orientation().apply(lying);
        return new DecodedPicture(
                upright,
                pixels.metTransparency(),
                upright != lying,
                more || metadata.moves(),
                metadata.significantBits(),
                metadata.tags());
    }

    /** What is missing in a JPEG the reader fills with grey, and only warns. */
    private static void requireUndamaged(List<String> warnings) throws UnreadablePicture {
        for (String warning : warnings) {
            if (tellsDamage(warning)) {
                throw new UnreadablePicture("the picture is broken: " + warning);
            }
        }
    }

    private static boolean hasMore(PictureKind kind, ImageReader reader) {
        try {
            return switch (kind) {
                case GIF, WEBP -> reader.getWidth(1) > 0;
                default -> false;
            };
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
