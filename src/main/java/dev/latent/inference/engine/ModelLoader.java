package dev.latent.inference.engine;

import ai.djl.ndarray.NDManager;
import dev.latent.family.GenerativeModel;
import dev.latent.family.folder.ModelFolder;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.problem.ClientText;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.storage.Lease;
import dev.latent.storage.StorageUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings a version's weights into memory, after its files were compared with their digests. */
@Component
class ModelLoader {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLoader.class);

    private final ModelRegistry registry;
    private final ForwardThreads threads;
    private final int mostTogether;
    private final BatchObserver observer;

    ModelLoader(
            ModelRegistry registry, ForwardThreads threads, BatchObserver observer, InferenceProperties properties) {
        this.registry = registry;
        this.threads = threads;
        this.observer = observer;
        this.mostTogether = properties.batching() ? BatchedCall.MOST_ROWS : 1;
    }

    /** @throws Problem 409 if the version's files are damaged or not usable */
    LoadedModel load(ModelVersion version) {
        NDManager manager = ComputeDevice.newManager();
        try (Lease files = registry.lease(version)) {
            return new LoadedModel(read(files.path(), manager), manager, this::queue);
        } catch (Problem damaged) {
            manager.close();
            throw damaged;
        } catch (IOException | RuntimeException e) {
            manager.close();
            StorageUnavailable.in(e).ifPresent(away -> {
                throw away.unchecked();
            });
            LOG.warn("Version {} of model '{}' can't be loaded", version.version(), version.model(), e);
            throw Problem.conflict("version " + version.version() + " of model '" + version.model()
                    + "' can't be loaded: " + ClientText.of(e));
        }
    }

    /** Apart, so that tests can bring a model of their own. */
    GenerativeModel read(Path folder, NDManager manager) throws IOException {
        return ModelFolder.load(folder, manager);
    }

    private BatchQueue queue(ForwardPass forward) {
        int together = forward.call().takesAnySize() ? 1 : mostTogether;
        return new BatchQueue(new BatchedCall(forward, observer), threads, threads.count(), together, Thread::yield);
    }
}
