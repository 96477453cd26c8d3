package dev.latent.exchange.ndjson;

import dev.latent.problem.Problem;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;

/** A body whose rows are of some length at most; one without end would fill the memory. */
final class RowBound extends ProxyInputStream {
    private static final int BYTES_A_VALUE = 64;
    private static final int BYTES_AROUND = 1 << 20;

    private final long most;
    private long sinceRow;

    RowBound(InputStream body, int values) {
        super(body);
        most = (long) values * BYTES_A_VALUE + BYTES_AROUND;
    }

    /** A row is complete: the next one has its own room. */
    void endRow() {
        sinceRow = 0;
    }

    @Override
    protected void afterRead(int read) {
        sinceRow += Math.max(0, read);
        if (sinceRow > most) {
            throw Problem.tooLarge("a sample is longer than " + most + " bytes");
        }
    }
}
