package dev.latent.bench;

import dev.latent.exchange.npy.NpyHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A format in which made-up readings are sent. */
enum StreamFormat {
    CSV("text/csv"),
    NDJSON("application/x-ndjson"),
    NPY("application/x-npy");

    /** So many different rows, again and again. */
    private static final int BLOCK = 1_000;

    private final String mediaType;

    StreamFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    void write(OutputStream out, int rows, int columns) throws IOException {
        byte[][] block = block(columns);
        if (this == CSV) {
            String names =
                    IntStream.range(0, columns).mapToObj(i -> "reading" + i).collect(Collectors.joining(","));
            out.write((names + "\n").getBytes(StandardCharsets.US_ASCII));
        } else if (this == NPY) {
            out.write(NpyHeader.write("<f8", rows, columns));
        }
        for (int row = 0; row < rows; row++) {
            out.write(block[row % BLOCK]);
        }
    }

    private byte[][] block(int columns) {
        SplittableRandom random = new SplittableRandom(1);
        byte[][] rows = new byte[BLOCK][];
        for (int row = 0; row < BLOCK; row++) {
            double[] values = new double[columns];
            for (int i = 0; i < columns; i++) {
                values[i] = Math.rint(1000 * (10 * i + (1 + i) * random.nextDouble(-2, 2))) / 1000;
            }
            rows[row] = row(values);
        }
        return rows;
    }

    private byte[] row(double[] values) {
        if (this == NPY) {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(values);
            return bytes.array();
        }
        String text = IntStream.range(0, values.length)
                .mapToObj(i ->
                        (this == CSV ? "" : "\"reading" + i + "\":") + String.format(Locale.ROOT, "%.3f", values[i]))
                .collect(Collectors.joining(","));
        return (this == CSV ? text + "\n" : "{" + text + "}\n").getBytes(StandardCharsets.US_ASCII);
    }
}
