package dev.latent.bench;

import dev.latent.sample.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tables of any length in one request: how quick beside the best of many requests, and what memory it takes. */
final class StreamPart implements Part {
    private static final int COLUMNS = 20;
    private static final String MODEL = "table";
    private static final int[] BATCHES = {128, 512, 1024};

    private final Table table = new Table(
            "Streams.",
            "A table of " + COLUMNS
                    + " columns in one request, beside the best rate of requests of 128, 512 or 1,024 rows"
                    + " by one or two clients, in the same format; both ends on this machine. Resident memory of the"
                    + " service when the request begins, in its middle and at its end. A short CSV is dear, as how it"
                    + " is written is looked into each time: compare its stream with the batches of NPY, too.",
            "operation",
            "format",
            "rows",
            "seconds",
            "rows/s",
            "best batch, rows/s",
            "of the best batch",
            "MB at the start",
            "MB in the middle",
            "MB at the end");

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public List<Table> measure(Setup setup) throws Exception {
        int rows = setup.mode().choose(100_000, 1_000_000);
        double seconds = setup.mode().choose(1.0, 4.0);
        Path home = setup.scratch().resolve("home");
        new Models(home).addTable(MODEL, "denoising-autoencoder", columns());
        try (Service service = Service.inside(home)) {
            for (String operation : List.of("anomaly-score", "denoise")) {
                for (StreamFormat format : StreamFormat.values()) {
                    if (setup.wants(operation) || setup.wants(format.name())) {
                        measure(service, operation, format, rows, seconds);
                        setup.say(table.lastLine());
                    }
                }
            }
        }
        return List.of(table);
    }

    private static List<Column> columns() {
        return IntStream.range(0, COLUMNS)
                .mapToObj(i -> new Column("reading" + i, 0, 10 * i, 1 + i))
                .toList();
    }

    /** The stream once before, so that what it runs is compiled. */
    private void measure(Service service, String operation, StreamFormat format, int rows, double seconds)
            throws Exception {
        String path = "/v1/models/" + MODEL + "/" + operation;
        double best = best(service, path, format, seconds);
        StreamRequest request = new StreamRequest(service, path, format, COLUMNS);
        request.run(rows / 10);
        StreamRequest.Result result = request.run(rows);
        double perSecond = rows / result.seconds();
        table.row(
                operation,
                format.mediaType(),
                rows,
                result.seconds(),
                perSecond,
                best,
                perSecond / best,
                result.start(),
                result.middle(),
                result.end());
    }

    private static double best(Service service, String path, StreamFormat format, double seconds) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int batch : BATCHES) {
            Request request = Request.post(path, format.mediaType(), body(format, batch), format.mediaType());
            for (int clients : new int[] {1, 2}) {
                Load.of(service.port(), clients, seconds / 2, n -> request);
                rates.add(batch
                        * Load.of(service.port(), clients, seconds, n -> request)
                                .perSecond());
            }
        }
        return rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static byte[] body(StreamFormat format, int rows) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        format.write(body, rows, COLUMNS);
        return body.toByteArray();
    }
}
