package dev.latent.exchange;

import dev.latent.sample.Samples;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.NumberOutput;

/** Writes vectors as CSV: a header {@code x0,x1,…}, with {@code label} as last column where there are labels. */
final class CsvSamples {
    static final String LABEL = "label";

    private CsvSamples() {}

    static byte[] write(Samples samples) {
        int columns = samples.shape().size();
        StringBuilder csv = new StringBuilder(samples.values().length * 12 + 64);
        for (int i = 0; i < columns; i++) {
            csv.append(i == 0 ? "x" : ",x").append(i);
        }
        int[] labels = samples.labels();
        csv.append(labels == null ? "\r\n" : "," + LABEL + "\r\n");
        for (int i = 0; i < samples.values().length; i++) {
            csv.append(i % columns == 0 ? "" : ",").append(NumberOutput.toString(samples.values()[i], true));
            if (i % columns == columns - 1) {
                csv.append(labels == null ? "\r\n" : "," + labels[i / columns] + "\r\n");
            }
        }
        return csv.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
