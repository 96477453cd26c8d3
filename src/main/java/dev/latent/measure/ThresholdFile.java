package dev.latent.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code threshold.json} beside a model's weights: an {@link AnomalyThreshold}, or {@code {"threshold": x}} from before
 * it told its rows.
 */
public final class ThresholdFile {
    public static final String NAME = "threshold.json";

    private static final int MOST_BYTES = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ThresholdFile() {}

    /** Of a version's folder, from wherever; empty where it has none. @throws IOException if it can't be one */
    public static Optional<AnomalyThreshold> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return Optional.of(read(Files.newInputStream(file)));
    }

    /** From wherever; closes it. @throws IOException if it can't be one */
    public static AnomalyThreshold read(InputStream file) throws IOException {
        try (file) {
            byte[] json = file.readNBytes(MOST_BYTES + 1);
            if (json.length > MOST_BYTES) {
                throw new IOException(NAME + " has more than " + MOST_BYTES + " bytes");
            }
            return parse(json);
        }
    }

    public static void write(Path folder, AnomalyThreshold threshold) throws IOException {
        Files.write(folder.resolve(NAME), json(threshold));
    }

    public static byte[] json(AnomalyThreshold threshold) {
        return JSON.writeValueAsBytes(threshold);
    }

    /** What the file says, which may be anything. */
    private record Said(
            @Nullable Double threshold,
            @Nullable CalibrationRows rows,
            double @Nullable [] scores,
            double @Nullable [] within) {}

    private static AnomalyThreshold parse(byte[] json) throws IOException {
        Said said;
        try {
            said = JSON.readValue(json, Said.class);
        } catch (JacksonException e) {
            throw new IOException(NAME + " can't be read: " + e.getOriginalMessage(), e);
        }
        if (said == null || said.threshold == null || !isScore(said.threshold)) {
            throw new IOException(NAME + " must have a threshold, a number from 0");
        }
        boolean learned = said.scores != null && said.rows != null && said.rows != CalibrationRows.UNKNOWN;
        return learned
                ? learned(said.threshold, said.rows, said.scores, said.within)
                : AnomalyThreshold.ofUnknownRows(said.threshold);
    }

    private static AnomalyThreshold learned(
            double threshold, CalibrationRows rows, double[] scores, double @Nullable [] within) throws IOException {
        if (scores.length == 0 || !DoubleStream.of(scores).allMatch(ThresholdFile::isScore)) {
            throw new IOException(NAME + " must have scores, numbers from 0");
        }
        if (within != null && !DoubleStream.of(within).allMatch(ThresholdFile::isScore)) {
            throw new IOException(NAME + " must tell within of numbers from 0");
        }
        AnomalyThreshold learned = AnomalyThreshold.learn(rows, scores, within);
        if (learned.threshold() != threshold) {
            throw new IOException(
                    NAME + " has the threshold " + threshold + ", but its scores give " + learned.threshold());
        }
        return learned;
    }

    private static boolean isScore(double value) {
        return value >= 0 && Double.isFinite(value);
    }
}
