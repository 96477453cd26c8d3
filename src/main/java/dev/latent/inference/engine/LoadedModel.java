package dev.latent.inference.engine;

import ai.djl.ndarray.NDManager;
import dev.latent.family.GenerativeModel;
import dev.latent.nn.layer.Weights;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A version's weights in memory, closed when the last that uses them lets go. */
public final class LoadedModel {
    private final GenerativeModel model;
    private final NDManager manager;
    private final Function<ForwardPass, BatchQueue> queues;
    private final Map<Call, BatchQueue> byCall = new ConcurrentHashMap<>();
    private final AtomicInteger users = new AtomicInteger(1);

    /** Used, from the start, by whoever made it. @param manager closed with it */
    LoadedModel(GenerativeModel model, NDManager manager, Function<ForwardPass, BatchQueue> queues) {
        this.model = model;
        this.manager = manager;
        this.queues = queues;
    }

    public GenerativeModel model() {
        return model;
    }

    BatchQueue queue(Call call) {
        return byCall.computeIfAbsent(call, it -> queues.apply(new ForwardPass(model, manager, it)));
    }

    long bytes() {
        return model.networks().values().stream()
                .map(Weights::all)
                .flatMap(weights -> weights.values().stream())
                .mapToLong(array -> array.size() * array.getDataType().getNumOfBytes())
                .sum();
    }

    /** One more user; false if it is closed already. */
    boolean retain() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            manager.close();
        }
    }

    boolean isOpen() {
        return users.get() > 0;
    }
}
