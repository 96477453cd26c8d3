package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.inference.TestVersions;
import dev.latent.inference.engine.LoadedModels.Use;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.VersionDeleted;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoadedModelsTests {
    private final FakeModels fakes = new FakeModels();
    private final LoadedModels models = fakes.holding(2);

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

        assertThat(fakes.loads()).isEqualTo(1);
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
        try (Use use = fakes.holding(0.5).use(version(1))) {
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
        assertThat(fakes.loads()).isEqualTo(2);
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

    private static ModelVersion version(int number) {
        return TestVersions.version("mine", number);
    }
}
