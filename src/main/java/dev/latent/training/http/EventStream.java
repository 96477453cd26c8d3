package dev.latent.training.http;

import dev.latent.training.job.JobEvent;
import dev.latent.training.job.JobEvents;
import dev.latent.training.job.JobRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends the events of one job to one client, from where it stopped listening to the job's end. */
final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final long LOOK_MILLIS = 300;
    private static final long SILENCE_NANOS = Duration.ofSeconds(15).toNanos();
    private static final int AT_ONCE = 100;
    private static final MediaType JSON_TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final String job;
    private final JobRows rows;
    private final JobEvents events;
    private final SseEmitter emitter;
    private long last;
    private long sent = System.nanoTime();
    private volatile boolean closed;

    EventStream(String job, long after, JobRows rows, JobEvents events, SseEmitter emitter) {
        this.job = job;
        this.last = after;
        this.rows = rows;
        this.events = events;
        this.emitter = emitter;
    }

    void close() {
        closed = true;
    }

    void run(BooleanSupplier serviceEnds) {
        try {
            while (!closed && !serviceEnds.getAsBoolean() && sendNext()) {
                Thread.sleep(LOOK_MILLIS);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A client stopped listening to job {}", job, e);
        } catch (InterruptedException e) {
            emitter.complete();
        } catch (RuntimeException e) {
            LOG.warn("The events of job {} can't be read", job, e);
            emitter.complete();
        }
    }

    /** @return whether there may be more */
    private boolean sendNext() throws IOException {
        boolean finished = rows.hasEnded(job);
        List<JobEvent> next = events.after(job, last, AT_ONCE);
        while (!next.isEmpty()) {
            for (JobEvent event : next) {
                send(event);
            }
            next = next.size() < AT_ONCE ? List.of() : events.after(job, last, AT_ONCE);
        }
        if (System.nanoTime() - sent > SILENCE_NANOS) {
            emitter.send(SseEmitter.event().comment("still here"));
            sent = System.nanoTime();
        }
        return !finished;
    }

    private void send(JobEvent event) throws IOException {
        emitter.send(SseEmitter.event()
                .id(String.valueOf(event.id()))
                .name(event.name().id())
                .data(event.data(), JSON_TEXT));
        last = event.id();
        sent = System.nanoTime();
    }
}
