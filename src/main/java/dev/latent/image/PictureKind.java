package dev.latent.image;

import com.twelvemonkeys.imageio.plugins.pnm.PNMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The kinds of picture that are read. What a file is called doesn't matter: each kind starts in its own way. */
public enum PictureKind {
    PNG("\u0089PNG"),
    JPEG("\u00ff\u00d8\u00ff"),
    GIF("GIF8"),
    BMP("BM.{4}\0{4}"),
    TIFF("II\\*\0|MM\0\\*"),
    WEBP("RIFF.{4}WEBP"),
    PNM("P[1-7][\\s#]");

    /** How many bytes of a file tell its kind and whether it may be deep. */
    public static final int HEAD = 32;

    /** Where a PNG says how many bits a value has. */
    private static final int PNG_BITS = 24;

    private final Pattern start;

    PictureKind(String start) {
        this.start = Pattern.compile(start, Pattern.DOTALL);
    }

    /** @param head the first {@value #HEAD} bytes of a file, or as many as there are */
    public static Optional<PictureKind> of(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> kind.start.matcher(text).lookingAt())
                .findFirst();
    }

    /** PNG, JPEG … */
    public static String inWords() {
        return Arrays.stream(values())
                .map(kind -> kind == WEBP ? "WebP" : kind.name())
                .collect(Collectors.joining(", "));
    }

    /** Whether hardly anything but a picture starts so: a text may start as a PNM does. */
    public boolean isUnmistakable() {
        return this != PNM;
    }

    /** Whether a file of this kind may have values of 16 bits. @param head as for {@link #of} */
    public boolean mayBeDeep(byte[] head) {
        return switch (this) {
            case PNG -> head.length <= PNG_BITS || head[PNG_BITS] == 16;
            case TIFF, PNM -> true;
            case JPEG, GIF, BMP, WEBP -> false;
        };
    }

    ImageReader reader() throws IOException {
        return switch (this) {
            case PNM -> new PNMImageReaderSpi().createReaderInstance();
            case WEBP -> new WebPImageReaderSpi().createReaderInstance();
            default -> ofJava(name());
        };
    }

    private static ImageReader ofJava(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("this Java runtime has no reader for " + format);
        }
        return readers.next();
    }
}
