package dev.latent.image;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A colour that lies under what is transparent and around what does not fill a picture.
 *
 * @param rgb {@code 0xRRGGBB}
 */
public record Background(int rgb) {
    public static final Background WHITE = new Background(0xFFFFFF);

    /** The colours that HTML 4 names. */
    private static final Map<String, Integer> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("aqua", 0x00FFFF),
            Map.entry("black", 0x000000),
            Map.entry("blue", 0x0000FF),
            Map.entry("fuchsia", 0xFF00FF),
            Map.entry("gray", 0x808080),
            Map.entry("green", 0x008000),
            Map.entry("grey", 0x808080),
            Map.entry("lime", 0x00FF00),
            Map.entry("maroon", 0x800000),
            Map.entry("navy", 0x000080),
            Map.entry("olive", 0x808000),
            Map.entry("purple", 0x800080),
            Map.entry("red", 0xFF0000),
            Map.entry("silver", 0xC0C0C0),
            Map.entry("teal", 0x008080),
            Map.entry("white", 0xFFFFFF),
            Map.entry("yellow", 0xFFFF00)));

    /** @throws IllegalArgumentException if it is no colour; the message says what is */
    public static Background of(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (NAMES.containsKey(name)) {
            return new Background(NAMES.get(name));
        }
        if (name.matches("#?[0-9a-f]{6}")) {
            return new Background(Integer.parseInt(name.substring(name.length() - 6), 16));
        }
        if (name.matches("#[0-9a-f]{3}")) {
            return of("#" + name.substring(1).replaceAll("(.)", "$1$1"));
        }
        throw new IllegalArgumentException("a colour is #rrggbb or one of " + String.join(", ", NAMES.keySet())
                + ", not '" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'");
    }

    boolean isGrey() {
        return level(0) == level(1) && level(0) == level(2);
    }

    /** 0 to 255. @param channel 0 is red, 1 green, 2 blue */
    int level(int channel) {
        return rgb >> (16 - 8 * channel) & 0xFF;
    }

    /** The luma (ITU-R BT.601) where there is one channel. */
    int level(int channel, int ofChannels) {
        return ofChannels == 1 ? Picture.luma(level(0), level(1), level(2)) : level(channel);
    }

    /** {@code #rrggbb}. */
    @Override
    public String toString() {
        return "#%06x".formatted(rgb);
    }
}
