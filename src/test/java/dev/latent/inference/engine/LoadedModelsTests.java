package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.GenerativeModel;
import dev.latent.inference.TestVersions;
import dev.latent.inference.engine.LoadedModels.Use;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.VersionDeleted;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LoadedModelsTests {
    private static final int MODEL_BYTES = 4000;

    private final AtomicInteger loads = new AtomicInteger();
    private final LoadedModels models = holding(2);

    @BeforeAll
    static void startEngine() {
        TensorEngine.start();
    }

    @Test
    void aModelIsLoadedOnceHoweverManyAskAtTheSameTime() {
        List<CompletableFuture<Use>> uses = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> models.use(version(1))))
                .toList();

        uses.forEach(use -> use.join().close());

        assertThat(loads).hasValue(1);
    }

    @Test
    void aModelThatMustMakeRoomStaysOpenForWhoStillUsesIt() {
        Use used = models.use(version(1));

        IntStream.range(2, 10).forEach(other -> models.use(version(other)).close());
        models.forget(new VersionDeleted("mine", 1));

        assertThat(used.model().isOpen()).isTrue();
        used.close();
        assertThat(used.model().isOpen()).isFalse();
    }

    @Test
    void aModelThatNobodyUsesIsClosedWhenItsVersionIsDeleted() {
        Use used = models.use(version(1));
        used.close();
        assertThat(used.model().isOpen()).isTrue();

        models.forget(new VersionDeleted("mine", 1));

        assertThat(used.model().isOpen()).isFalse();
    }

    @Test
    void aModelLargerThanTheCacheIsServedAllTheSame() {
        try (Use use = holding(0.5).use(version(1))) {
            assertThat(use.model().isOpen()).isTrue();
        }
    }

    @Test
    void noMoreIsHeldThanFits() {
        List<LoadedModel> seen =
                IntStream.range(1, 20).mapToObj(this::useAndLetGo).toList();

        assertThat(seen.stream().filter(LoadedModel::isOpen).count()).isLessThanOrEqualTo(2);
    }

    @Test
    void aVersionThatCanNotBeLoadedIsTriedAgainNextTime() {
        assertThatThrownBy(() -> models.use(version(0))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> models.use(version(0))).isInstanceOf(Problem.class);
        assertThat(loads).hasValue(2);
    }

    @Test
    void allAreClosedAtTheEnd() {
        LoadedModel model = useAndLetGo(1);

        models.close();

        assertThat(model.isOpen()).isFalse();
    }

    private LoadedModel useAndLetGo(int number) {
        try (Use use = models.use(version(number))) {
            return use.model();
        }
    }

    private LoadedModels holding(double count) {
        return new LoadedModels(properties((long) (count * MODEL_BYTES)), new FakeLoader());
    }

    private static InferenceProperties properties(long cacheBytes) {
        return new InferenceProperties(DataSize.ofBytes(cacheBytes), 1, 1, true, DataSize.ofMegabytes(1));
    }

    private static ModelVersion version(int number) {
        return TestVersions.version("mine", number);
    }

    private final class FakeLoader extends ModelLoader {
        FakeLoader() {
            super(null, null, null, properties(0));
        }

        @Override
        LoadedModel load(ModelVersion version) {
            loads.incrementAndGet();
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
    }

    /** A model that takes memory, and that is all. */
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
