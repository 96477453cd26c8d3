package dev.latent.exchange.csv;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of how a CSV text is written; what is null is recognized.
 *
 * @param separator between columns
 * @param decimal the sign before the fraction of a number, point or comma
 * @param encoding of its characters
 * @param header whether its first line names the columns
 */
public record CsvHints(
        @Nullable Character separator,
        @Nullable Character decimal,
        @Nullable Charset encoding,
        @Nullable Boolean header) {
    /** Nothing is said. */
    public static final CsvHints NONE = new CsvHints(null, null, null, null);

    private static final Map<String, Character> SEPARATORS =
            Map.of("comma", ',', ",", ',', "semicolon", ';', ";", ';', "tab", '\t', "\t", '\t', "bar", '|', "|", '|');

    /** @throws IllegalArgumentException if it is none that is taken */
    public static char separator(String text) {
        Character separator = SEPARATORS.get(text);
        if (separator == null) {
            throw new IllegalArgumentException("separator is comma, semicolon, tab or bar");
        }
        return separator;
    }

    /** @throws IllegalArgumentException if it is none */
    public static char decimal(String text) {
        return switch (text) {
            case "point", "." -> '.';
            case "comma", "," -> ',';
            default -> throw new IllegalArgumentException("decimal is point (1.25) or comma (1,25)");
        };
    }

    /** @throws IllegalArgumentException if it is none that Java knows */
    public static Charset encoding(String text) {
        try {
            return Charset.forName(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("encoding names one, as utf-8, windows-1252 or iso-8859-15", e);
        }
    }

    /** @throws IllegalArgumentException if it is neither true nor false */
    public static boolean header(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException("header is true or false: whether the first line names the columns");
        };
    }
}
