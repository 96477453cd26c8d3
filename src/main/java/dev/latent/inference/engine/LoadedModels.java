package dev.latent.inference.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.VersionDeleted;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The versions in memory: those used last, as many as fit. A version never changes, so none is ever stale. */
@Component
public class LoadedModels implements AutoCloseable {
    private final ModelLoader loader;
    private final Cache<Key, LoadedModel> cache;

    LoadedModels(InferenceProperties properties, ModelLoader loader) {
        this.loader = loader;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(properties.cache().toBytes())
                .weigher((Key key, LoadedModel model) -> (int) Math.min(Integer.MAX_VALUE, model.bytes()))
                .executor(Runnable::run)
                .removalListener((key, model, cause) -> {
                    if (model != null) {
                        model.release();
                    }
                })
                .build();
    }

    /** Loads a version unless it is there. Whoever uses it closes the use, and only then may the model go. */
    public Use use(ModelVersion version) {
        Key key = new Key(version.model(), version.version());
        while (true) {
            AtomicReference<LoadedModel> mine = new AtomicReference<>();
            LoadedModel model = cache.get(key, it -> {
                LoadedModel loaded = loader.load(version);
                loaded.retain(); // for this use: the cache may drop it as soon as it has it
                mine.set(loaded);
                return loaded;
            });
            if (model == mine.get() || model.retain()) {
                return new Use(model);
            }
        }
    }

    boolean holds(ModelVersion version) {
        return cache.getIfPresent(new Key(version.model(), version.version())) != null;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(VersionDeleted deleted) {
        cache.invalidate(new Key(deleted.model(), deleted.version()));
    }

    @Override
    public void close() {
        cache.invalidateAll();
    }

    private record Key(String model, int version) {}

    /** A model that stays open until this is closed. */
    public record Use(LoadedModel model) implements AutoCloseable {
        @Override
        public void close() {
            model.release();
        }
    }
}
