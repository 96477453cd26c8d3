package dev.latent.training.http;

import dev.latent.child.ServiceEnd;
import dev.latent.problem.Problem;
import dev.latent.training.job.JobEvents;
import dev.latent.training.job.JobRows;
import dev.latent.training.job.TrainingJob;
import dev.latent.training.job.TrainingSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends events to those who listen: each has a thread, so that a slow one delays nobody; there is a bound on them. */
@Component
class EventStreams implements DisposableBean {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final JobRows rows;
    private final JobEvents events;
    private final ServiceEnd serviceEnd;
    private final ExecutorService threads;

    EventStreams(JobRows rows, JobEvents events, ServiceEnd serviceEnd, TrainingSettings settings) {
        this.rows = rows;
        this.events = events;
        this.serviceEnd = serviceEnd;
        this.threads = new ThreadPoolExecutor(
                0, settings.eventStreams(), 1, TimeUnit.SECONDS, new SynchronousQueue<>(), EventStreams::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "job-events");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @param after the last event that the client knows, or 0
     * @return empty where nothing more will come, which tells a browser not to ask again
     * @throws Problem 503 if too many listen
     */
    Optional<SseEmitter> open(TrainingJob job, long after) {
        if (job.status().isFinished() && events.after(job.id(), after, 1).isEmpty()) {
            return Optional.empty();
        }
        SseEmitter emitter = new SseEmitter(0L);
        EventStream stream = new EventStream(job.id(), after, rows, events, emitter);
        emitter.onCompletion(stream::close);
        emitter.onError(error -> stream.close());
        try {
            threads.execute(() -> stream.run(serviceEnd::isNear));
        } catch (RejectedExecutionException e) {
            throw Problem.unavailable(RETRY_AFTER, "Too many clients listen to events; ask again later");
        }
        return Optional.of(emitter);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
