package dev.latent.dataset.source.reading;

import dev.latent.exchange.csv.CsvHints;
import dev.latent.image.PixelTransform;
import dev.latent.sample.ValueRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the client wants of its files.
 *
 * @param pixels the size and the channels that images get
 * @param labelColumn the CSV column that holds the classes, empty for none; null to look for one that is called as usual
 * @param windows how a long series is cut, or null
 * @param valueRange what float or 16-bit pixels range over in the files, where that is not [0,1] or what they tell; it
 *     becomes [0,1]; or null
 * @param domain {@code a} or {@code b} of pictures for an unpaired translation, or null
 * @param csv what is said of how CSV files are written
 * @param columns what is said of the types of a CSV's columns, by their names
 */
public record ImportOptions(
        PixelTransform pixels,
        @Nullable String labelColumn,
        @Nullable Windows windows,
        @Nullable ValueRange valueRange,
        @Nullable String domain,
        CsvHints csv,
        Map<String, ColumnType> columns) {
    /** Nothing is said of columns. */
    public ImportOptions(
            PixelTransform pixels,
            @Nullable String labelColumn,
            @Nullable Windows windows,
            @Nullable ValueRange valueRange,
            @Nullable String domain,
            CsvHints csv) {
        this(pixels, labelColumn, windows, valueRange, domain, csv, Map.of());
    }

    /** Nothing is said of CSV. */
    public ImportOptions(
            PixelTransform pixels,
            @Nullable String labelColumn,
            @Nullable Windows windows,
            @Nullable ValueRange valueRange,
            @Nullable String domain) {
        this(pixels, labelColumn, windows, valueRange, domain, CsvHints.NONE);
    }

    /** Of pictures that are no domain. */
    public ImportOptions(
            PixelTransform pixels,
            @Nullable String labelColumn,
            @Nullable Windows windows,
            @Nullable ValueRange valueRange) {
        this(pixels, labelColumn, windows, valueRange, null);
    }

    /** Everything as it is. */
    public static ImportOptions none() {
        return ofPixels(new PixelTransform(null, null));
    }

    /** Nothing but that. */
    public static ImportOptions ofPixels(PixelTransform pixels) {
        return new ImportOptions(pixels, null, null, null);
    }

    public ImportOptions ofDomain(@Nullable String letter) {
        return new ImportOptions(pixels, labelColumn, windows, valueRange, letter);
    }

    public ValueRange pixelRange() {
        return valueRange == null ? ValueRange.PIXELS : valueRange;
    }

    /**
     * A sample is so many rows of a series after each other; the next one starts so many rows later.
     *
     * @param length rows a sample, at least 1
     * @param stride at least 1
     */
    public record Windows(int length, int stride) {}
}
