package dev.latent.exchange.csv;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a table: lines that begin with {@code #}, and Excel's {@code sep=;}.
 *
 * @param lines how many these are
 * @param comment the last comment, without its sign, in which NumPy names the columns; or null
 * @param separator that Excel's line says, or null
 */
record Preamble(
        int lines, @Nullable String comment, @Nullable Character separator) {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_CHARACTERS = 1 << 16;

    /** Reads on to the table. */
    static Preamble read(BufferedReader text) throws IOException {
        int lines = 0;
        String comment = null;
        Character separator = null;
        while (lines < MOST_LINES) {
            text.mark(MOST_CHARACTERS);
            String line = line(text);
            if (line.startsWith("#")) {
                comment = line.replaceFirst("^#+\\s*", "");
            } else if (lines == 0 && line.strip().matches("(?i)sep=.")) {
                separator = line.strip().charAt(4);
            } else if (lines == 0 && line.equalsIgnoreCase("sep=\t")) {
                separator = '\t';
            } else {
                text.reset();
                break;
            }
            lines++;
        }
        return new Preamble(lines, comment, separator);
    }

    /** Up to where it becomes too long to be one of these. */
    private static String line(BufferedReader text) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = text.read();
                character >= 0 && line.length() < MOST_CHARACTERS - 2;
                character = text.read()) {
            if (character == '\n') {
                break;
            }
            line.append((char) character);
        }
        return line.toString().replaceFirst("\r$", "");
    }
}
