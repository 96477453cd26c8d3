package dev.latent.inference.stream;

import dev.latent.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One answer on its way. As long as it is spooled whatever goes wrong is still told with a status of its own; what is
 * longer than the spool goes out as it comes.
 */
final class StreamedAnswer implements PartQueue.Sink, Closeable {
    private static final LongFunction<byte[]> NOTHING = count -> new byte[0];

    private final AnswerPlan plan;
    private final Client client;
    private final Spool spool;
    private LongFunction<byte[]> start = NOTHING;
    private long rows;
    private @Nullable OutputStream out;

    StreamedAnswer(AnswerPlan plan, Client client, Spool spool) {
        this.plan = plan;
        this.client = client;
        this.spool = spool;
    }

    @Override
    public void take(Part part) throws IOException {
        if (rows == 0) {
            start = part.begin();
        }
        rows += part.count();
        if (out == null && plan.spooled() && spool.take(part.rows())) {
            return;
        }
        if (out == null) {
            beginEarly();
        }
        out.write(part.rows());
    }

    private void beginEarly() throws IOException {
        if (!plan.canBeginEarly()) {
            throw Problem.notAcceptable(
                    "a NumPy array begins with the number of its rows, which this body tells only at"
                            + " its end, and the answer is too long to wait for that here (latent.inference.spool); send a"
                            + " NumPy array, or ask for text/csv or application/x-ndjson");
        }
        out = client.begin(-1);
        out.write(start.apply(plan.count()));
        spool.sendTo(out);
    }

    /** Sends what has not been sent. */
    void finish() throws IOException {
        if (out == null) {
            byte[] first = start.apply(rows);
            out = client.begin(first.length + spool.size());
            out.write(first);
            spool.sendTo(out);
        }
        out.flush();
    }

    boolean hasBegun() {
        return out != null;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
