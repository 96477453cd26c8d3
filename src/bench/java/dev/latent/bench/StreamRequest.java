package dev.latent.bench;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** One request with many rows, made while it is sent. */
record StreamRequest(Service service, String path, StreamFormat format, int columns) {
    private static final int CHUNK = 1 << 16;

    /** @param start the service's own resident memory when the request begins, in MB */
    record Result(double seconds, double start, double middle, double end) {}

    Result run(int rows) throws IOException {
        double start = memory();
        long began = System.nanoTime();
        HttpURLConnection connection = open();
        double[] middle = {0};
        try (OutputStream out = new BufferedOutputStream(connection.getOutputStream(), CHUNK)) {
            format.write(watched(out, rows / 2, middle), rows, columns);
        }
        try (InputStream answer = connection.getInputStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
        return new Result((System.nanoTime() - began) / 1e9, start, middle[0], memory());
    }

    private HttpURLConnection open() throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + service.port() + path).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(CHUNK);
        connection.setRequestProperty("Content-Type", format.mediaType());
        connection.setRequestProperty("Accept", format.mediaType());
        return connection;
    }

    /** Looks at the memory once, when so many rows are sent. */
    private OutputStream watched(OutputStream out, int rows, double[] megabytes) {
        return new FilterOutputStream(out) {
            private int sent;

            @Override
            public void write(byte[] row) throws IOException {
                if (sent++ == rows) {
                    megabytes[0] = memory();
                }
                out.write(row);
            }
        };
    }

    private double memory() throws IOException {
        return Resident.of(service.pid()).own();
    }
}
