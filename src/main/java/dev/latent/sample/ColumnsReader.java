package dev.latent.sample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads columns as they are written, and as they were before columns had names: {@code {"mean": […], "standardDeviation": […]}}. */
final class ColumnsReader extends ValueDeserializer<Columns> {
    /** What {@code columnStatistics} were. */
    private record Statistics(double @Nullable [] mean, double @Nullable [] standardDeviation) {}

    @Override
    public Columns deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            @Nullable Column[] columns = context.readValue(parser, Column[].class);
            return Arrays.asList(columns).contains(null)
                    ? context.reportInputMismatch(Columns.class, "a column is null")
                    : Columns.of(List.of(columns));
        }
        Statistics statistics = context.readValue(parser, Statistics.class);
        double[] mean = statistics.mean;
        double[] deviation = statistics.standardDeviation;
        if (mean == null || deviation == null || mean.length != deviation.length) {
            return context.reportInputMismatch(Columns.class, "as many means as standard deviations are needed");
        }
        return Columns.of(IntStream.range(0, mean.length)
                .mapToObj(i -> new Column(null, 0, mean[i], deviation[i]))
                .toList());
    }
}
