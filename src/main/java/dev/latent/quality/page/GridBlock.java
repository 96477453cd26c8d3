package dev.latent.quality.page;

import dev.latent.image.Lettering;
import java.awt.Graphics2D;
import java.util.List;

/** A table of short texts; columns are as wide as what they hold. */
record GridBlock(List<String> head, List<List<String>> rows) implements Block {
    private static final int SIZE = 12;
    private static final int ROW = 19;
    private static final int GAP = 18;

    @Override
    public int height() {
        return ROW * (rows.size() + 1) + 4;
    }

    @Override
    public void draw(Graphics2D on, int width) {
        int[] lefts = lefts();
        row(on, head, lefts, 0, true);
        on.setColor(LINE);
        on.fillRect(0, ROW, Math.min(width, lefts[head.size()]), 1);
        for (int i = 0; i < rows.size(); i++) {
            row(on, rows.get(i), lefts, (i + 1) * ROW + 3, false);
        }
    }

    private static void row(Graphics2D on, List<String> cells, int[] lefts, int top, boolean faint) {
        on.setColor(faint ? FAINT : INK);
        for (int i = 0; i < cells.size(); i++) {
            Lettering.draw(on, cells.get(i), lefts[i], top + SIZE, SIZE);
        }
    }

    private int[] lefts() {
        int[] lefts = new int[head.size() + 1];
        for (int i = 0; i < head.size(); i++) {
            lefts[i + 1] = lefts[i] + columnWidth(i) + GAP;
        }
        return lefts;
    }

    private int columnWidth(int column) {
        int widest = rows.stream()
                .mapToInt(row -> Lettering.width(row.get(column), SIZE))
                .max()
                .orElse(0);
        return Math.max(widest, Lettering.width(head.get(column), SIZE));
    }
}
