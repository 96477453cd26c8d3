package dev.latent.image;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads PNG and JPEG of any kind (grey, colour, palette, transparent, 16-bit) from bytes that nobody vouches for. The
 * size is checked before a pixel is decoded, so a small file can't claim a lot of memory.
 *
 * @param maxPixels the largest height × width that is decoded
 */
public record PictureReader(long maxPixels) {
    /** Other warnings are about profiles, thumbnails and versions, which leave the pixels as they are. */
    private static final Pattern DAMAGE = Pattern.compile("corrupt|premature|truncated|inconsistent", CASE_INSENSITIVE);

    /** @throws UnreadablePicture if the bytes are no such picture, a broken one, or one of too many pixels */
    public Picture read(byte[] bytes) throws UnreadablePicture {
        ImageReader reader = readerOf(format(bytes));
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            requireSize(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            requireUndamaged(warnings);
            return PixelConversion.toPicture(image);
        } catch (UnreadablePicture e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadablePicture("the picture is broken: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** What is missing in a JPEG the reader fills with grey, and only warns. */
    private static void requireUndamaged(List<String> warnings) throws UnreadablePicture {
        for (String warning : warnings) {
            if (DAMAGE.matcher(warning).find()) {
                throw new UnreadablePicture("the picture is broken: " + warning);
            }
        }
    }

    private void requireSize(int width, int height) throws UnreadablePicture {
        if ((long) width * height > maxPixels) {
            throw new UnreadablePicture(
                    "the picture is " + width + "×" + height + " pixels; at most " + maxPixels + " pixels are taken");
        }
    }

    private static String format(byte[] bytes) throws UnreadablePicture {
        if (startsWith(bytes, 0x89, 'P', 'N', 'G')) {
            return "png";
        }
        if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        throw new UnreadablePicture("this is neither PNG nor JPEG");
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static ImageReader readerOf(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("this Java runtime has no reader for " + format);
        }
        return readers.next();
    }
}
