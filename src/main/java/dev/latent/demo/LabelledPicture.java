package dev.latent.demo;

import dev.latent.image.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A grid of pictures, enlarged pixel by pixel, with names beside its rows and above its columns. */
final class LabelledPicture {
    private static final int SCALE = 3;
    private static final int MARGIN = 12;
    private static final int LETTERS = 18;

    private final BufferedImage grid;
    private final List<String> rows;
    private final List<String> columns;

    private LabelledPicture(BufferedImage grid, List<String> rows, List<String> columns) {
        this.grid = grid;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * @param png a grid of pictures
     * @param rows a name for each of its rows, or none
     * @param columns a name for each of its columns, or none
     * @throws IOException if it is no PNG
     */
    static byte[] draw(byte[] png, List<String> rows, List<String> columns) throws IOException {
        BufferedImage grid = ImageIO.read(new ByteArrayInputStream(png));
        if (grid == null) {
            throw new IOException("the service answered with something that is no picture");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new LabelledPicture(grid, rows, columns).page(), "png", bytes);
        return bytes.toByteArray();
    }

    private BufferedImage page() {
        BufferedImage page =
                new BufferedImage(left() + width() + MARGIN, top() + height() + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = page.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, page.getWidth(), page.getHeight());
        on.drawImage(grid, left(), top(), width(), height(), null);
        on.setColor(Color.BLACK);
        label(on);
        on.dispose();
        return page;
    }

    private void label(Graphics2D on) {
        for (int row = 0; row < rows.size(); row++) {
            double middle = top() + height() * (row + 0.5) / rows.size();
            Lettering.draw(on, rows.get(row), MARGIN, middle + LETTERS / 3.0, LETTERS);
        }
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column);
            double middle = left() + width() * (column + 0.5) / columns.size();
            Lettering.draw(on, name, middle - Lettering.width(name, LETTERS) / 2.0, MARGIN + LETTERS, LETTERS);
        }
    }

    private int left() {
        int widest = rows.stream()
                .mapToInt(name -> Lettering.width(name, LETTERS) + MARGIN)
                .max()
                .orElse(0);
        return MARGIN + widest;
    }

    private int top() {
        return columns.isEmpty() ? MARGIN : 2 * MARGIN + LETTERS;
    }

    private int width() {
        return SCALE * grid.getWidth();
    }

    private int height() {
        return SCALE * grid.getHeight();
    }
}
