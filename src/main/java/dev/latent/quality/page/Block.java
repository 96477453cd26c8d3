package dev.latent.quality.page;

import java.awt.Color;
import java.awt.Graphics2D;

/** A part of a page, as wide as the page. */
interface Block {
    Color INK = new Color(0x22, 0x22, 0x22);
    Color FAINT = new Color(0x77, 0x77, 0x77);
    Color LINE = new Color(0xdd, 0xdd, 0xdd);

    int height();

    /** Draws with its top left corner at the origin. */
    void draw(Graphics2D on, int width);
}
