package dev.latent.exchange;

import dev.latent.sample.SampleData;
import java.nio.charset.StandardCharsets;

/** Writes vectors as CSV: a header {@code x0,x1,…}, with {@code label} as last column where there are labels. */
final class CsvSamples {
    static final String LABEL = "label";

    private CsvSamples() {}

    static byte[] write(SampleData data) {
        int columns = data.shape().size();
        int numbers = data.count() * columns;
        StringBuilder csv = new StringBuilder(numbers * 12 + 64);
        for (int i = 0; i < columns; i++) {
            csv.append(i == 0 ? "x" : ",x").append(i);
        }
        int[] labels = data.labels();
        csv.append(labels == null ? "\r\n" : "," + LABEL + "\r\n");
        for (int i = 0; i < numbers; i++) {
            csv.append(i % columns == 0 ? "" : ",").append(NumberText.of(data, i));
            if (i % columns == columns - 1) {
                csv.append(labels == null ? "\r\n" : "," + labels[i / columns] + "\r\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
