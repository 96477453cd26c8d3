package dev.latent.cluster;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code latent.start-patience}.
 *
 * @param startPatience how long a start waits for a PostgreSQL or a bucket that can't be reached
 */
@ConfigurationProperties("latent")
public record StartPatience(@DefaultValue("10m") Duration startPatience) {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * What is opened, as soon as it can be. A process that is told to stop meanwhile stops.
     *
     * @param what in words
     * @param mayCome whether a failure may be over soon; another one ends the start
     * @throws Exception the last failure
     */
    public <T> T open(String what, Callable<T> opening, Predicate<Exception> mayCome) throws Exception {
        try (StopOrder order = new StopOrder(Thread.currentThread())) {
            for (Waiting waiting = new Waiting(what); ; Thread.sleep(PAUSE.toMillis())) {
                try {
                    return opening.call();
                } catch (Exception e) {
                    if (!mayCome.test(e) || waiting.took().compareTo(startPatience) >= 0) {
                        throw e;
                    }
                    waiting.tell(e, startPatience);
                }
            }
        }
    }

    /** Spring's own end of a process waits for its start, so who waits there has to be woken up. */
    private static final class StopOrder implements AutoCloseable {
        private final Thread hook;

        StopOrder(Thread waiting) {
            hook = new Thread(waiting::interrupt, "stop-waiting");
            Runtime.getRuntime().addShutdownHook(hook);
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the process stops
            }
        }
    }
}
