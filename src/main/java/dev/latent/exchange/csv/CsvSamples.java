package dev.latent.exchange.csv;

import dev.latent.exchange.body.NumberText;
import dev.latent.exchange.body.SampleBody;
import dev.latent.sample.SampleData;
import dev.latent.sample.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes vectors as CSV: a header with the columns' names, {@code x0,x1,…} where they have none, and last a column of
 * labels where there are such.
 */
public final class CsvSamples {
    private CsvSamples() {}

    public static byte[] write(SampleBody body) {
        return (header(body) + lines(body)).getBytes(StandardCharsets.UTF_8);
    }

    /** The header. @param body some of the samples */
    public static byte[] begin(SampleBody body) {
        return header(body).getBytes(StandardCharsets.UTF_8);
    }

    /** Without the header. */
    public static byte[] rows(SampleBody body) {
        return lines(body).getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(SampleBody body, DecodedRows rows) {
        StringBuilder csv = new StringBuilder();
        int[] labels = body.data().labels();
        for (int i = 0; i < body.data().count(); i++) {
            csv.append(rows.row(i).stream().map(CsvSamples::quoted).collect(Collectors.joining(",")));
            csv.append(labels == null ? "" : "," + quoted(body.labels().name(labels[i])));
            csv.append("\r\n");
        }
        return csv.toString();
    }

    private static @Nullable DecodedRows decoding(SampleData data) {
        return data instanceof Table table ? DecodedRows.of(table) : null;
    }

    private static String lines(SampleBody body) {
        SampleData data = body.data();
        DecodedRows rows = decoding(data);
        if (rows != null) {
            return decoded(body, rows);
        }
        int columns = data.shape().size();
        int numbers = data.count() * columns;
        StringBuilder csv = new StringBuilder(numbers * 12 + 64);
        int[] labels = data.labels();
        for (int i = 0; i < numbers; i++) {
            csv.append(i % columns == 0 ? "" : ",").append(NumberText.of(data, i));
            if (i % columns == columns - 1) {
                csv.append(labels == null ? "" : "," + quoted(body.labels().name(labels[i / columns])));
                csv.append("\r\n");
            }
        }
        return csv.toString();
    }

    private static String header(SampleBody body) {
        StringBuilder csv = new StringBuilder();
        List<String> names =
                body.data() instanceof Table table ? table.columns().names() : null;
        DecodedRows rows = decoding(body.data());
        if (rows != null) {
            csv.append(rows.names().stream().map(CsvSamples::quoted).collect(Collectors.joining(",")));
        }
        for (int i = 0; rows == null && i < body.data().shape().size(); i++) {
            csv.append(i == 0 ? "" : ",").append(names == null ? "x" + i : quoted(names.get(i)));
        }
        csv.append(
                body.data().labels() == null ? "" : "," + quoted(body.labels().header()));
        return csv.append("\r\n").toString();
    }

    /** A text, in quotes where it could be taken for something else. */
    public static String quoted(String text) {
        boolean plain = text.chars().noneMatch(it -> ",;\t|\"\r\n#".indexOf(it) >= 0) && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
