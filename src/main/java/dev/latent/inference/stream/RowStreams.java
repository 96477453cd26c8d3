package dev.latent.inference.stream;

import dev.latent.inference.stream.StreamPlaces.Place;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers that are computed part by part, so that their length needs no memory. One of a single part is just computed. */
@Component
public class RowStreams {
    /** One is computed while another one is written; more would only keep other requests from the models. */
    private static final int MOST_UNDER_WAY = 2;

    private final StreamPlaces places;
    private final SpoolSpace space;
    private final Counter rows;

    RowStreams(StreamPlaces places, SpoolSpace space, MeterRegistry meters) {
        this.places = places;
        this.space = space;
        rows = Counter.builder("latent.inference.streamed")
                .description("Samples of requests with more of them than go into one forward")
                .baseUnit("samples")
                .register(meters);
    }

    /**
     * Computes and sends an answer. A part that can't be computed is told by its exception as long as nothing has been
     * sent, else by {@link Client#breakOff}.
     *
     * @throws dev.latent.problem.Problem 503 where too many streams are under way; 406 where a NumPy array would have to
     *     begin before its count is known
     */
    public void answer(PartSource source, AnswerPlan plan, Client client) throws IOException {
        try (StreamedAnswer answer = new StreamedAnswer(plan, client, space.open())) {
            try {
                compute(source, answer);
                answer.finish(); // the place is free again: a slow client holds no more than its file
            } catch (IOException | RuntimeException e) {
                if (answer.hasBegun()) {
                    client.breakOff(e);
                }
                throw e;
            }
        }
    }

    private void compute(PartSource source, StreamedAnswer answer) throws IOException {
        Callable<Part> first = source.next();
        Callable<Part> second = first == null ? null : source.next();
        if (first != null && second == null) {
            answer.take(PartQueue.run(first));
        } else if (first != null) {
            computeMany(first, second, source, answer);
        }
    }

    private void computeMany(Callable<Part> first, Callable<Part> second, PartSource source, StreamedAnswer answer)
            throws IOException {
        PartQueue.Sink counted = part -> {
            rows.increment(part.count());
            answer.take(part);
        };
        try (Place place = places.take();
                PartQueue parts = new PartQueue(place.threads(), MOST_UNDER_WAY, counted)) {
            parts.add(first);
            for (@Nullable Callable<Part> part = second; part != null; part = source.next()) {
                parts.add(part);
            }
            parts.drain();
        }
    }
}
