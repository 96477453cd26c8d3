package dev.latent.quality.card;

import dev.latent.quality.page.Curve;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a version's {@code losses.csv}: the step, then each loss. */
public final class LossCurves {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private LossCurves() {}

    /** Empty where there is no such file. */
    public static List<Curve> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = FORMAT.parse(reader)) {
            List<CSVRecord> records = parser.getRecords();
            double[] steps = column(records, 0);
            List<String> names = parser.getHeaderNames();
            return names.subList(1, names.size()).stream()
                    .map(name -> new Curve(name, steps, column(records, names.indexOf(name))))
                    .filter(curve -> curve.x().length > 1)
                    .toList();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IOException(file + " is no table of losses", e);
        }
    }

    private static double[] column(List<CSVRecord> records, int column) {
        return records.stream()
                .mapToDouble(record -> Double.parseDouble(record.get(column)))
                .toArray();
    }
}
