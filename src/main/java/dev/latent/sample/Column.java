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
 * @param standardDeviation over the training split; 1 for a column that never varies, but 0.1 where
 *     that is as nothing unknown was seen
 * @param from what its numbers are made of; null where they are those of a file's column of its name
 */
public record Column(
        @Nullable String name,
        double offset,
        double mean,
        double standardDeviation,
        @Nullable Derivation from) {
    /** Of numbers that are those of a file. */
    public Column(@Nullable String name, double offset, double mean, double standardDeviation) {
        this(name, offset, mean, standardDeviation, null);
    }

    /** In JSON the mean is one of the numbers, not of the differences. */
    private record TableColumn(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            BigDecimal mean,
            double standardDeviation,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double offset,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Derivation from) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Column read(TableColumn written) {
        double mean = written.offset == null
                ? written.mean.doubleValue()
                : written.mean.subtract(new BigDecimal(written.offset)).doubleValue();
        return new Column(
                written.name,
                written.offset == null ? 0 : written.offset,
                mean,
                written.standardDeviation,
                written.from);
    }

    @JsonValue
    TableColumn write() {
        BigDecimal difference = BigDecimal.valueOf(mean);
        return offset == 0
                ? new TableColumn(name, difference, standardDeviation, null, from)
                : new TableColumn(name, difference.add(new BigDecimal(offset)), standardDeviation, offset, from);
    }
}
