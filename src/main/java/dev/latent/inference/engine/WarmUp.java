package dev.latent.inference.engine;

import dev.latent.problem.Problem;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.storage.StorageUnavailable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads what {@code latent.inference.warm} names. What can't be loaded is told, and the service starts without it. */
@Component
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int TRIES = 30;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final List<WarmVersion> wanted;
    private final BiFunction<String, String, ModelVersion> registry;
    private final LoadedModels models;
    private final Runnable pause;

    @Autowired
    WarmUp(InferenceProperties properties, ModelRegistry registry, LoadedModels models) {
        this(properties.warmVersions(), registry::find, models, WarmUp::pause);
    }

    /** @param pause waits until the storage is asked again */
    WarmUp(
            List<WarmVersion> wanted,
            BiFunction<String, String, ModelVersion> registry,
            LoadedModels models,
            Runnable pause) {
        this.wanted = wanted;
        this.registry = registry;
        this.models = models;
        this.pause = pause;
    }

    /** This event comes after the registry's own start, and the service is ready when all its listeners have returned. */
    @EventListener(ApplicationReadyEvent.class)
    void run() {
        List<ModelVersion> loaded = new ArrayList<>();
        for (WarmVersion version : wanted) {
            load(version).ifPresent(loaded::add);
        }
        loaded.stream()
                .filter(version -> !models.holds(version))
                .forEach(version -> LOG.warn(
                        "Version {} of model '{}' is not kept in memory: all of latent.inference.warm together are larger than latent.inference.cache",
                        version.version(),
                        version.model()));
    }

    private Optional<ModelVersion> load(WarmVersion wanted) {
        try {
            ModelVersion version = registry.apply(wanted.model(), wanted.reference());
            loadPatiently(version);
            LOG.info("Loaded version {} of model '{}' for {}", version.version(), version.model(), wanted);
            return Optional.of(version);
        } catch (Problem none) {
            LOG.warn("{} is not loaded: {}", wanted, none.getBody().getDetail());
        } catch (RuntimeException e) {
            LOG.warn("{} is not loaded", wanted, e);
        }
        return Optional.empty();
    }

    /** While the storage is away the service isn't ready in any case. */
    private void loadPatiently(ModelVersion version) {
        for (int tries = 1; ; tries++) {
            try {
                models.use(version).close();
                return;
            } catch (UncheckedIOException e) {
                if (tries == TRIES || StorageUnavailable.in(e).isEmpty()) {
                    throw e;
                }
                pause.run();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service is going down", e);
        }
    }
}
