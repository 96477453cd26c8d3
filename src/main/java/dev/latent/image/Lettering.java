package dev.latent.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Text as shapes, in a font of its own: the same on every machine, and on one that has no fonts. */
public final class Lettering {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final Lettering SANS = load();

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unitsPerEm;

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    private static Lettering load() {
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In pixels. @param size of the letters, in pixels as well */
    public static int width(String text, int size) {
        try {
            double units = 0;
            for (int character : text.codePoints().toArray()) {
                units += SANS.font.getAdvanceWidth(SANS.glyphs.getGlyphId(character));
            }
            return (int) Math.ceil(units * size / SANS.unitsPerEm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param baseline where the letters stand */
    public static void draw(Graphics2D on, String text, double left, double baseline, int size) {
        double scale = size / SANS.unitsPerEm;
        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, left, baseline);
        try {
            for (int character : text.codePoints().toArray()) {
                int glyph = SANS.glyphs.getGlyphId(character);
                on.fill(outline(glyph).createTransformedShape(place));
                place.translate(SANS.font.getAdvanceWidth(glyph), 0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A space has none. */
    private static Path2D outline(int glyph) throws IOException {
        var data = SANS.font.getGlyph().getGlyph(glyph);
        return data == null ? new Path2D.Double() : data.getPath();
    }
}
