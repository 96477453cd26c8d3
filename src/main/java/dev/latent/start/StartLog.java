package dev.latent.start;

import dev.latent.home.LatentHome;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in the log when the service has come and when it goes, in place of the framework's own lines. */
@Component
class StartLog {
    private static final Logger LOG = LoggerFactory.getLogger(StartLog.class);

    private final Environment environment;
    private final LatentHome home;

    StartLog(Environment environment, LatentHome home) {
        this.environment = environment;
        this.home = home;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        Duration took = ready.getTimeTaken();
        LOG.info(
                "{} answers at http://{}:{} after {} s; process {}, Java {}, {} processors; its home is {}",
                Version.ofThisBuild(),
                environment.getProperty("server.address", "0.0.0.0"),
                environment.getProperty("local.server.port", "?"),
                took == null ? "?" : took.toMillis() / 100 / 10.0,
                ProcessHandle.current().pid(),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                home.home());
    }

    @EventListener
    void closed(ContextClosedEvent closed) {
        if (closed.getApplicationContext().getParent() == null) {
            LOG.info(
                    "Goes down: requests under way are answered, running jobs keep a checkpoint and go on at the next start");
        }
    }
}
