package dev.latent.inference.http;

import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SampleReader;
import dev.latent.family.Operation;
import dev.latent.inference.engine.Inference;
import dev.latent.inference.engine.NonFiniteAnswer;
import dev.latent.inference.engine.Session;
import dev.latent.inference.engine.Units;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.inference.stream.AnswerPlan;
import dev.latent.inference.stream.Part;
import dev.latent.inference.stream.PartSource;
import dev.latent.inference.stream.RowStreams;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers bodies of any number of samples, where what comes and what goes are of formats that stream. */
@Component
class RowExchange {
    /** What goes into one forward at most, so that other requests get their turn behind each. */
    private static final int MOST_ROWS = 128;

    private static final int MOST_VALUES = 1 << 18;

    private final Inference inference;
    private final RowStreams streams;

    RowExchange(Inference inference, RowStreams streams) {
        this.inference = inference;
        this.streams = streams;
    }

    /** What an operation makes of some samples. */
    interface RowOperation {
        /** @param first the index of the first of them among all of the body */
        Part apply(Session session, Samples samples, long first);
    }

    /** What an operation makes of some samples where that are samples again. */
    interface SampleOperation {
        SampleData apply(Session session, Samples samples, long first);
    }

    /**
     * Answers samples with samples.
     *
     * @param units of the answer
     * @param atOnce for what can't be streamed
     * @return null where the answer has been sent
     */
    @Nullable
    ResponseEntity<byte[]> samples(
            RowRequest ask, Units units, Function<Samples, SampleData> atOnce, SampleOperation inParts)
            throws IOException {
        if (!ask.streams()) {
            return SampleExchange.answer(ask, atOnce);
        }
        stream(ask, units, inParts);
        return null;
    }

    /** Answers samples with samples, part by part. @param units of the answer */
    void stream(RowRequest ask, Units units, SampleOperation inParts) throws IOException {
        long seed = ask.asked().seed();
        answer(
                ask,
                (session, samples, first) ->
                        Part.of(units.body(inParts.apply(session, samples, first), seed), ask.format()));
    }

    /**
     * Reads, computes and answers part by part.
     *
     * @throws Problem what is wrong with the request, as long as the answer has not begun
     */
    void answer(RowRequest ask, RowOperation operation) throws IOException {
        ask.requireNoPicture();
        try (SampleReader samples = SampleBodies.open(ask.contentType(), ask.body(), ask.expected());
                Session session = inference.open(ask.asked().version(), ask.operation())) {
            AnswerPlan plan = new AnswerPlan(ask.format(), samples.count(), true);
            streams.answer(new Source(samples, session, operation), plan, ask.client());
        } catch (SocketTimeoutException e) {
            throw Problem.badBody("the body stopped coming before its end");
        }
    }

    /** What is generated, of all samples those from one on. */
    interface Generator {
        Part apply(Session session, long first, int count);
    }

    /** Generates and sends part by part. */
    void generate(VersionAndSeed asked, long count, SampleFormat format, ServletClient client, Generator generator)
            throws IOException {
        try (Session session = inference.open(asked.version(), Operation.GENERATE)) {
            int most = most(session.units().shape());
            long[] next = {0};
            PartSource source = () -> {
                long first = next[0];
                int some = (int) Math.min(most, count - first);
                next[0] += some;
                return some == 0
                        ? null
                        : () -> generator.apply(first == 0 ? session : session.patiently(), first, some);
            };
            streams.answer(source, new AnswerPlan(format, count, false), client);
        }
    }

    private static int most(SampleShape shape) {
        return Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / shape.size()));
    }

    private static final class Source implements PartSource {
        private final SampleReader samples;
        private final Session session;
        private final RowOperation operation;
        private final int most;
        private long read;

        Source(SampleReader samples, Session session, RowOperation operation) {
            this.samples = samples;
            this.session = session;
            this.operation = operation;
            most = most(samples.shape());
        }

        @Override
        public @Nullable Callable<Part> next() throws IOException {
            Samples some = samples.next(most);
            if (some == null) {
                return null;
            }
            long first = read;
            read += some.count();
            return () -> compute(some, first);
        }

        private Part compute(Samples some, long first) {
            try {
                return operation.apply(first == 0 ? session : session.patiently(), some, first);
            } catch (NonFiniteAnswer e) {
                throw e.behind(first);
            }
        }
    }
}
