package dev.latent.inference.http;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.csv.CsvSamples;
import dev.latent.inference.operation.Anomalies;
import dev.latent.inference.operation.AnomalyQuery.Setting;
import dev.latent.inference.operation.Contribution;
import dev.latent.inference.stream.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.databind.json.JsonMapper;

/**
 * Anomalies as rows: in CSV and lines of JSON {@code score} and, where there is a threshold, {@code anomalous}, where its
 * rows are known {@code percentile}, and the columns that were asked for; as a NumPy array the scores alone.
 *
 * @param threshold above which a sample is anomalous; null without one
 * @param columns how many of each row are told
 */
record AnomalyLines(SampleFormat format, @Nullable Double threshold, int columns) {
    private static final List<String> OF_COLUMN = List.of("column", "share", "value", "expected", "low", "high");

    static AnomalyLines of(SampleFormat format, Optional<Setting> setting, int columns) {
        return new AnomalyLines(format, setting.map(Setting::threshold).orElse(null), columns);
    }

    Part part(Anomalies anomalies) {
        if (format == SampleFormat.NPY) {
            return ScoreLines.numbers(anomalies.scores());
        }
        boolean csv = format == SampleFormat.CSV;
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < anomalies.count(); i++) {
            lines.append(csv ? csv(anomalies, i) : json(anomalies, i));
        }
        byte[] header = csv ? header(anomalies).getBytes(StandardCharsets.UTF_8) : new byte[0];
        return new Part(anomalies.count(), count -> header, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private int told(Anomalies anomalies) {
        return Math.min(columns, anomalies.columnCount());
    }

    private String header(Anomalies anomalies) {
        StringBuilder header = new StringBuilder("score");
        if (threshold != null) {
            header.append(",anomalous");
        }
        if (anomalies.isRanked()) {
            header.append(",percentile");
        }
        for (int i = 1; i <= told(anomalies); i++) {
            for (String name : OF_COLUMN) {
                header.append(',').append(name).append(i);
            }
        }
        return header.append("\r\n").toString();
    }

    private String csv(Anomalies anomalies, int sample) {
        StringBuilder line = new StringBuilder(text(anomalies.scores()[sample]));
        if (threshold != null) {
            line.append(',').append(anomalies.scores()[sample] > threshold);
        }
        Double percentile = anomalies.percentile(sample);
        if (percentile != null) {
            line.append(',').append(text(percentile));
        }
        for (Contribution one : anomalies.contributions(sample, columns)) {
            line.append(',').append(CsvSamples.quoted(one.column()));
            line.append(',').append(text(one.share()));
            line.append(',').append(text(one.value()));
            line.append(',').append(text(one.expected()));
            line.append(',').append(text(one.low()));
            line.append(',').append(text(one.high()));
        }
        return line.append("\r\n").toString();
    }

    private String json(Anomalies anomalies, int sample) {
        StringBuilder line =
                new StringBuilder("{\"score\":").append(text(anomalies.scores()[sample]));
        if (threshold != null) {
            line.append(",\"anomalous\":").append(anomalies.scores()[sample] > threshold);
        }
        Double percentile = anomalies.percentile(sample);
        if (percentile != null) {
            line.append(",\"percentile\":").append(text(percentile));
        }
        if (told(anomalies) > 0) {
            line.append(",\"contributions\":")
                    .append(JsonMapper.shared().writeValueAsString(anomalies.contributions(sample, columns)));
        }
        return line.append("}\n").toString();
    }

    /** @param cell a number, a category, or null */
    private static String text(@Nullable Object cell) {
        return cell instanceof Double number
                ? text((double) number)
                : cell == null ? "" : CsvSamples.quoted(cell.toString());
    }

    private static String text(double number) {
        return NumberOutput.toString(number, true);
    }
}
