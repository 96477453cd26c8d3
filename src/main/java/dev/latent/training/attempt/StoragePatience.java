package dev.latent.training.attempt;

import dev.latent.child.ServiceEnd;
import dev.latent.cluster.DatabaseAway;
import dev.latent.storage.StorageUnavailable;
import dev.latent.training.job.JobLifecycle;
import dev.latent.training.job.TrainingJob;
import dev.latent.training.request.DataChanged;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what needs the storage and the database, again and again while one is away: no attempt, and no trained model, is
 * lost to it.
 */
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
                String missing = missing(e);
                if (missing == null || !mayBeCurrent(attempt)) {
                    throw e;
                }
                LOG.warn("{} waits: {}", attempt.title(), missing);
                if (serviceEnd.comesWithin(BETWEEN)) {
                    throw new InterruptedException("the service goes down");
                }
            }
        }
    }

    private static @Nullable String missing(Throwable failure) {
        return StorageUnavailable.in(failure)
                .map(Throwable::getMessage)
                .orElse(DatabaseAway.isWhy(failure) ? "the database can't be reached" : null);
    }

    private boolean mayBeCurrent(TrainingJob attempt) {
        try {
            return lifecycle.isCurrent(attempt);
        } catch (RuntimeException e) {
            return DatabaseAway.isWhy(e);
        }
    }
}
