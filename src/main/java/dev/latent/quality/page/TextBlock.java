package dev.latent.quality.page;

import dev.latent.image.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;

/** One line. */
record TextBlock(String text, int size, Color colour) implements Block {
    static TextBlock title(String text) {
        return new TextBlock(text, 24, INK);
    }

    static TextBlock heading(String text) {
        return new TextBlock(text, 15, INK);
    }

    static TextBlock note(String text) {
        return new TextBlock(text, 12, FAINT);
    }

    @Override
    public int height() {
        return size * 3 / 2;
    }

    @Override
    public void draw(Graphics2D on, int width) {
        on.setColor(colour);
        Lettering.draw(on, text, 0, size, size);
    }
}
