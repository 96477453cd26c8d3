package dev.latent.inference.engine;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.GenerativeModel;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelVersion;
import dev.latent.storage.StorageUnavailable;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import org.springframework.util.unit.DataSize;

/** Loads models that take memory, and that is all. Version 0 of any is damaged. */
final class FakeModels extends ModelLoader {
    static final int MODEL_BYTES = 4000;

    private int loads;
    private int failures;

    FakeModels() {
        super(null, null, null, properties(0));
    }

    /** With room for so many of them. */
    LoadedModels holding(double count) {
        return new LoadedModels(properties((long) (count * MODEL_BYTES)), this);
    }

    /** So many of the next loads find the storage away. */
    void storageIsAwayFor(int loads) {
        failures = loads;
    }

    int loads() {
        return loads;
    }

    @Override
    LoadedModel load(ModelVersion version) {
        loads++;
        if (failures-- > 0) {
            throw new StorageUnavailable("the storage is away", new ConnectException()).unchecked();
        }
        if (version.version() == 0) {
            throw Problem.conflict("damaged");
        }
        NDManager manager = NDManager.newBaseManager();
        Weights weights = Weights.Source.blank(manager).network();
        weights.parameter("w", new Shape(MODEL_BYTES / 4), Initializer.ZEROS);
        return new LoadedModel(new OneNetwork(weights), manager, forward -> {
            throw new IllegalStateException("nothing is computed here");
        });
    }

    private static InferenceProperties properties(long cacheBytes) {
        return new InferenceProperties(DataSize.ofBytes(cacheBytes), 1, 1, true, DataSize.ofMegabytes(1), List.of());
    }

    private record OneNetwork(Weights weights) implements GenerativeModel {
        @Override
        public Map<String, Weights> networks() {
            return Map.of("net", weights);
        }

        @Override
        public Map<String, LayerDescription> structure() {
            return Map.of("net", LayerDescription.none());
        }
    }
}
