package dev.latent.inference.http;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.npy.NpyHeader;
import dev.latent.inference.stream.Part;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.NumberOutput;

/** One number a sample as rows: in CSV and lines of JSON {@code score}; as a NumPy array the numbers alone. */
record ScoreLines(SampleFormat format) {
    private static final int CHARACTERS = 32;

    Part part(double[] scores) {
        return switch (format) {
            case NPY -> numbers(scores);
            case CSV ->
                new Part(
                        scores.length,
                        count -> "score\r\n".getBytes(StandardCharsets.US_ASCII),
                        text(scores, "", "\r\n"));
            default -> new Part(scores.length, count -> new byte[0], text(scores, "{\"score\":", "}\n"));
        };
    }

    static Part numbers(double[] scores) {
        ByteBuffer bytes = ByteBuffer.allocate(scores.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double score : scores) {
            bytes.putDouble(score);
        }
        return new Part(scores.length, count -> NpyHeader.write("<f8", count), bytes.array());
    }

    private static byte[] text(double[] scores, String before, String behind) {
        StringBuilder lines = new StringBuilder(scores.length * CHARACTERS);
        for (double score : scores) {
            lines.append(before).append(NumberOutput.toString(score, true)).append(behind);
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
