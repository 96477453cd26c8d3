package dev.latent.dataset.source.upload;

import dev.latent.dataset.DatasetName;
import dev.latent.dataset.source.reading.ColumnType;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.dataset.source.reading.ImportOptions.Windows;
import dev.latent.exchange.csv.CsvHints;
import dev.latent.exchange.csv.DecimalText;
import dev.latent.image.Background;
import dev.latent.image.Fit;
import dev.latent.image.PixelTransform;
import dev.latent.image.Resampling;
import dev.latent.problem.Problem;
import dev.latent.sample.ValueRange;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The text fields of an upload. Every wrong one is a {@link Problem} that names it. */
public record UploadForm(Map<String, String> fields) {
    private static final Set<String> KNOWN = Set.of(
            "name",
            "resize",
            "fit",
            "channels",
            "background",
            "labelColumn",
            "columns",
            "separator",
            "decimal",
            "encoding",
            "header",
            "window",
            "stride",
            "valueRange",
            "domain");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})(?:[x×](\\d{1,5}))?");
    private static final int LARGEST_SIDE = 1024;
    private static final int LONGEST_WINDOW = 1 << 20;

    public UploadForm {
        for (String field : fields.keySet()) {
            if (!KNOWN.contains(field)) {
                throw Problem.invalid("#/" + field, field + " is not known; a form has file and " + KNOWN);
            }
        }
    }

    String name() {
        String name = fields.get("name");
        if (name == null || !DatasetName.isValid(name)) {
            throw Problem.invalid("#/name", "name is needed: " + DatasetName.RULE);
        }
        return name;
    }

    public ImportOptions options() {
        return new ImportOptions(
                new PixelTransform(size(), channels(), background()),
                fields.get("labelColumn"),
                windows(),
                valueRange(),
                domain(),
                csv(),
                columns());
    }

    private Map<String, ColumnType> columns() {
        String text = fields.get("columns");
        if (text == null) {
            return Map.of();
        }
        try {
            Map<String, ColumnType> columns = new LinkedHashMap<>();
            JsonMapper.shared()
                    .readTree(text)
                    .asObject()
                    .properties()
                    .forEach(column -> columns.put(
                            column.getKey(), ColumnType.of(column.getValue().asString())));
            return columns;
        } catch (JacksonException e) {
            throw Problem.invalid(
                    "#/columns", "columns is an object of types by columns' names, as {\"press\": \"category\"}");
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("#/columns", e.getMessage());
        }
    }

    private @Nullable Resampling size() {
        String text = fields.get("resize");
        Fit fit = fit();
        if (text == null) {
            if (fit != null) {
                throw Problem.invalid("#/fit", "fit needs resize, the size that pictures are to fit");
            }
            return null;
        }
        Matcher matcher = SIZE.matcher(text);
        if (matcher.matches()) {
            int width = Integer.parseInt(matcher.group(1));
            int height = matcher.group(2) == null ? width : Integer.parseInt(matcher.group(2));
            if (Math.min(width, height) > 0 && Math.max(width, height) <= LARGEST_SIDE) {
                return new Resampling(height, width, fit == null ? Fit.COVER : fit);
            }
        }
        throw Problem.invalid(
                "#/resize", "resize is a side, as 28, or width and height, as 32x28, of 1 to " + LARGEST_SIDE);
    }

    private @Nullable Fit fit() {
        return parsed("fit", Fit::of);
    }

    private @Nullable Background background() {
        return parsed("background", Background::of);
    }

    private @Nullable String domain() {
        String text = fields.get("domain");
        if (text == null || text.equalsIgnoreCase("a") || text.equalsIgnoreCase("b")) {
            return text == null ? null : text.toLowerCase(Locale.ROOT);
        }
        throw Problem.invalid("#/domain", "domain is a or b: trainA and testA, or trainB and testB");
    }

    private <T> @Nullable T parsed(String field, Function<String, T> parser) {
        String text = fields.get(field);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("#/" + field, e.getMessage());
        }
    }

    private @Nullable Integer channels() {
        String text = fields.get("channels");
        if (text != null && !text.equals("1") && !text.equals("3")) {
            throw Problem.invalid("#/channels", "channels is 1 (grey) or 3 (red, green, blue)");
        }
        return text == null ? null : Integer.valueOf(text);
    }

    private CsvHints csv() {
        return new CsvHints(
                parsed("separator", CsvHints::separator),
                parsed("decimal", CsvHints::decimal),
                parsed("encoding", CsvHints::encoding),
                parsed("header", CsvHints::header));
    }

    private @Nullable Windows windows() {
        Integer length = count("window");
        Integer stride = count("stride");
        if (length == null && stride != null) {
            throw Problem.invalid("#/stride", "stride needs window, the number of rows in a sample");
        }
        return length == null ? null : new Windows(length, stride == null ? length : stride);
    }

    private @Nullable Integer count(String field) {
        String text = fields.get(field);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LONGEST_WINDOW) {
            throw Problem.invalid("#/" + field, field + " is a number of rows from 1 to " + LONGEST_WINDOW);
        }
        return Integer.valueOf(text);
    }

    private @Nullable ValueRange valueRange() {
        String text = fields.get("valueRange");
        if (text == null) {
            return null;
        }
        try {
            String[] parts = text.split(",");
            ValueRange range =
                    new ValueRange(Double.parseDouble(parts[0]), Double.parseDouble(parts[parts.length - 1]));
            if (parts.length == 2
                    && DecimalText.is(parts[0] + parts[1])
                    && range.min() < range.max()
                    && Double.isFinite(range.max() - range.min())) {
                return range;
            }
        } catch (NumberFormatException e) {
            // told below, like a range that is empty
        }
        throw Problem.invalid(
                "#/valueRange", "valueRange is what float or 16-bit pixels range over, as 0,255 or 0,4095");
    }
}
