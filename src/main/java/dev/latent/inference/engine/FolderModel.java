package dev.latent.inference.engine;

import ai.djl.ndarray.NDManager;
import dev.latent.family.GenerativeModel;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelFolder;
import dev.latent.nn.engine.ComputeDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A version's folder in memory, for those who have batches of their own and no service about them. It is called on the
 * caller's thread, by any number of threads, and gives every row the bits that the service gives it.
 */
public final class FolderModel implements AutoCloseable {
    private final ModelDescription description;
    private final GenerativeModel model;
    private final NDManager manager;
    private final Map<Call, BatchedCall> calls = new ConcurrentHashMap<>();

    private FolderModel(ModelDescription description, GenerativeModel model, NDManager manager) {
        this.description = description;
        this.model = model;
        this.manager = manager;
    }

    /** @throws IOException if the folder holds no version that can be used */
    public static FolderModel load(Path folder) throws IOException {
        ModelDescription description = ModelFolder.read(folder);
        NDManager manager = ComputeDevice.newManager();
        try {
            return new FolderModel(description, ModelFolder.load(folder, manager), manager);
        } catch (IOException | RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    public ModelDescription description() {
        return description;
    }

    public Units units() {
        return Units.of(description);
    }

    /** The model as what it can do. */
    public <C> C as(Class<C> capability) {
        return capability.cast(model);
    }

    public boolean can(Class<?> capability) {
        return capability.isInstance(model);
    }

    /** Some of what comes out may be no number. */
    public Rows call(Call call, Rows rows) {
        return calls.computeIfAbsent(call, this::batched).run(rows);
    }

    private BatchedCall batched(Call call) {
        return new BatchedCall(new ForwardPass(model, manager, call), (ofCall, rows, size) -> {});
    }

    @Override
    public void close() {
        manager.close();
    }
}
