package dev.latent.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Models see {@code (number − offset − mean) / standardDeviation}.
 *
 * @param name as the table has it, or null where it came without names
 * @param offset what numbers are kept as differences to, exactly; 0 unless a double would round them
 * @param mean of these differences, over the training split
 * @param standardDeviation over the training split; 1 for a column that never varies
 */
public record Column(@Nullable String name, double offset, double mean, double standardDeviation) {
    /** In JSON the mean is one of the numbers, not of the differences. */
    private record TableColumn(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            BigDecimal mean,
            double standardDeviation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double offset) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Column read(TableColumn written) {
        double mean = written.offset == null
                ? written.mean.doubleValue()
                : written.mean.subtract(new BigDecimal(written.offset)).doubleValue();
        return new Column(written.name, written.offset == null ? 0 : written.offset, mean, written.standardDeviation);
    }

    @JsonValue
    TableColumn write() {
        BigDecimal difference = BigDecimal.valueOf(mean);
        return offset == 0
                ? new TableColumn(name, difference, standardDeviation, null)
                : new TableColumn(name, difference.add(new BigDecimal(offset)), standardDeviation, offset);
    }
}
