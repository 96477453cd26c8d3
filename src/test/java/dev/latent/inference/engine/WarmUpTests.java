package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.inference.TestVersions;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WarmUpTests {
    private static final ModelVersion CHAMPION = TestVersions.version("digits", 3);
    private static final ModelVersion LATEST = TestVersions.version("digits", 5);
    private static final ModelVersion DAMAGED = TestVersions.version("digits", 0);

    private final FakeModels fakes = new FakeModels();
    private final LoadedModels models = fakes.holding(2);
    private int pauses;

    @BeforeAll
    static void startEngine() {
        TensorEngine.start();
    }

    @Test
    void whatAnAliasStandsForIsInMemory() {
        warmUp("digits@champion");

        assertThat(models.holds(CHAMPION)).isTrue();
        assertThat(models.holds(LATEST)).isFalse();
    }

    @Test
    void aModelAloneIsItsLatestVersion() {
        warmUp("digits");

        assertThat(models.holds(LATEST)).isTrue();
    }

    @Test
    void whatIsNotThereIsToldAndKeepsNothingElseBack(CapturedOutput output) {
        warmUp("digits@challenger", "digits@damaged", "digits@champion");

        assertThat(output)
                .contains("digits@challenger is not loaded: there is no such version")
                .contains("digits@damaged is not loaded: damaged");
        assertThat(models.holds(CHAMPION)).isTrue();
    }

    @Test
    void aStorageThatIsAwayIsWaitedFor() {
        fakes.storageIsAwayFor(3);

        warmUp("digits@champion");

        assertThat(pauses).isEqualTo(3);
        assertThat(models.holds(CHAMPION)).isTrue();
    }

    @Test
    void aStorageThatStaysAwayIsNotWaitedForForever(CapturedOutput output) {
        fakes.storageIsAwayFor(Integer.MAX_VALUE);

        warmUp("digits@champion");

        assertThat(pauses).isBetween(10, 100);
        assertThat(output).contains("digits@champion is not loaded").contains("the storage is away");
    }

    @Test
    void whatTheMemoryForModelsHasNoRoomForIsTold(CapturedOutput output) {
        new WarmUp(versions("digits@champion", "digits"), WarmUpTests::find, fakes.holding(1), () -> {}).run();

        assertThat(output).containsOnlyOnce("are larger than latent.inference.cache");
    }

    private void warmUp(String... versions) {
        new WarmUp(versions(versions), WarmUpTests::find, models, () -> pauses++).run();
    }

    private static List<WarmVersion> versions(String... texts) {
        return Stream.of(texts).map(WarmVersion::of).toList();
    }

    private static ModelVersion find(String model, String reference) {
        return switch (reference) {
            case "champion" -> CHAMPION;
            case "latest" -> LATEST;
            case "damaged" -> DAMAGED;
            default -> throw Problem.notFound("there is no such version");
        };
    }
}
