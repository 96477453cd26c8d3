package dev.latent.inference.http;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.npy.NpyHeader;
import dev.latent.inference.stream.Part;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import tools.jackson.core.io.NumberOutput;

/**
 * Scores as rows: in CSV and lines of JSON {@code score} and, where there is a threshold, {@code anomalous}; as a NumPy
 * array the scores alone.
 *
 * @param threshold above which a sample is anomalous
 */
record ScoreLines(SampleFormat format, OptionalDouble threshold) {
    private static final int CHARACTERS = 48;

    Part part(double[] scores) {
        return switch (format) {
            case NPY -> new Part(scores.length, count -> NpyHeader.write("<f8", count), doubles(scores));
            case CSV -> new Part(scores.length, count -> header(), text(scores, "", ",", "\r\n"));
            default ->
                new Part(scores.length, count -> new byte[0], text(scores, "{\"score\":", ",\"anomalous\":", "}\n"));
        };
    }

    private byte[] header() {
        return (threshold.isPresent() ? "score,anomalous\r\n" : "score\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] text(double[] scores, String before, String between, String behind) {
        StringBuilder lines = new StringBuilder(scores.length * CHARACTERS);
        for (double score : scores) {
            lines.append(before).append(NumberOutput.toString(score, true));
            if (threshold.isPresent()) {
                lines.append(between).append(score > threshold.getAsDouble());
            }
            lines.append(behind);
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] doubles(double[] scores) {
        ByteBuffer bytes = ByteBuffer.allocate(scores.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double score : scores) {
            bytes.putDouble(score);
        }
        return bytes.array();
    }
}
