package dev.latent.inference.http;

import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.inference.engine.Rows;
import dev.latent.inference.engine.Rows.Column;
import dev.latent.inference.stream.Part;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import dev.latent.sample.ValueRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.io.NumberOutput;

/**
 * Codes as rows: in CSV {@code mean0, mean1, …} and, where the encoder gives a distribution, {@code logVariance0, …}; as
 * lines of JSON arrays of these names; as a NumPy array their means alone.
 */
final class CodeLines {
    private static final List<String> NAMES = List.of("mean", "logVariance");

    private CodeLines() {}

    /** @param range of the samples that were encoded */
    static Part part(Rows codes, SampleFormat format, ValueRange range) {
        return switch (format) {
            case NPY -> Part.of(SampleBody.of(means(codes), range), format);
            case CSV -> new Part(codes.count(), count -> header(codes), csv(codes));
            default -> new Part(codes.count(), count -> new byte[0], json(codes));
        };
    }

    static Samples means(Rows codes) {
        SampleShape shape = SampleShape.of(codes.columns().get(0).shape());
        return new Samples(shape, codes.values(), null);
    }

    private static byte[] header(Rows codes) {
        String names = IntStream.range(0, codes.columns().size())
                .boxed()
                .flatMap(column -> numbered(NAMES.get(column), codes.columns().get(column)))
                .collect(Collectors.joining(",", "", "\r\n"));
        return names.getBytes(StandardCharsets.US_ASCII);
    }

    private static Stream<String> numbered(String name, Column column) {
        return IntStream.range(0, size(column)).mapToObj(i -> name + i);
    }

    private static int size(Column column) {
        return IntStream.of(column.shape()).reduce(1, Math::multiplyExact);
    }

    private static byte[] csv(Rows codes) {
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < codes.count(); row++) {
            String separator = "";
            for (Column column : codes.columns()) {
                lines.append(separator);
                append(lines, column, row);
                separator = ",";
            }
            lines.append("\r\n");
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] json(Rows codes) {
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < codes.count(); row++) {
            for (int i = 0; i < codes.columns().size(); i++) {
                lines.append(i == 0 ? "{\"" : "],\"").append(NAMES.get(i)).append("\":[");
                append(lines, codes.columns().get(i), row);
            }
            lines.append("]}\n");
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void append(StringBuilder line, Column column, int row) {
        int size = size(column);
        for (int i = row * size; i < (row + 1) * size; i++) {
            line.append(i == row * size ? "" : ",").append(NumberOutput.toString(column.values()[i], true));
        }
    }
}
