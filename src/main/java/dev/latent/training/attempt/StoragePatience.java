package dev.latent.training.attempt;

import dev.latent.child.ServiceEnd;
import dev.latent.storage.StorageUnavailable;
import dev.latent.training.job.JobLifecycle;
import dev.latent.training.job.TrainingJob;
import dev.latent.training.request.DataChanged;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Does what needs the storage, again and again while that is away: no attempt, and no trained model, is lost to it. */
@Component
class StoragePatience {
    private static final Logger LOG = LoggerFactory.getLogger(StoragePatience.class);
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final JobLifecycle lifecycle;
    private final ServiceEnd serviceEnd;

    StoragePatience(JobLifecycle lifecycle, ServiceEnd serviceEnd) {
        this.lifecycle = lifecycle;
        this.serviceEnd = serviceEnd;
    }

    interface Action<T> {
        T run() throws DataChanged, IOException, InterruptedException;
    }

    /**
     * @return what the action gives once it can
     * @throws InterruptedException if the service goes down first
     */
    <T> T until(TrainingJob attempt, Action<T> action) throws DataChanged, IOException, InterruptedException {
        while (true) {
            try {
                return action.run();
            } catch (IOException | RuntimeException e) {
                if (StorageUnavailable.in(e).isEmpty() || !lifecycle.isCurrent(attempt)) {
                    throw e;
                }
                LOG.warn(
                        "{} waits: {}",
                        attempt.title(),
                        StorageUnavailable.in(e).get().getMessage());
                if (serviceEnd.comesWithin(BETWEEN)) {
                    throw new InterruptedException("the service goes down");
                }
            }
        }
    }
}
