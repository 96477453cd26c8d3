package dev.latent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRunTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ghost | {}                                | there is no family ghost
            vae   | {"latentDims": 3}                 | there is no latentDims
            vae   | {"latentDim": "many"}             | latentDim must be a whole number
            vae   | {"latentDim": -1}                 | latentDim must be greater than or equal to 1
            vae   | {"conditional": true, "covariance": "half"} | covariance must be diagonal or full
            """)
    void whatCanNotBeTrainedIsNamed(String family, String given, String reason) throws IOException {
        SmallRun run = new SmallRun(folder.resolve("run"), family, given, 1);

        assertThatThrownBy(run::run).isInstanceOf(RunFailure.class).hasMessageContaining(reason);
    }

    @Test
    void aLossThatIsNoNumberEndsTheRunAndNamesTheStepSize() throws IOException {
        String wild = "{\"learningRate\": 1, \"hiddenUnits\": [64, 64, 64, 64]}";
        SmallRun run = new SmallRun(folder.resolve("run"), "vae", wild, 1);

        assertThatThrownBy(run::run).isInstanceOf(RunFailure.class).hasMessageContaining("learningRate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wgan", "gan", "cgan"})
    void aTrainingThatExplodesEndsWithoutAVersion(String family) throws IOException {
        SmallRun run = new SmallRun(folder.resolve("run"), family, "{\"learningRate\": 1}", 1);

        assertThatThrownBy(run::run).asInstanceOf(type(RunFailure.class)).satisfies(failure -> {
            assertThat(failure.code()).isEqualTo("diverged");
            assertThat(failure.retry()).isFalse();
            assertThat(failure.detail()).contains("at the first step", "learningRate");
        });
        assertThat(folder.resolve("run/version")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("families")
    void noFamilyDivergesWithItsDefaults(String family) throws IOException, RunFailure {
        assertThat(new SmallRun(folder.resolve("run"), family, "{}", 1).run()).isTrue();
    }

    static Stream<String> families() {
        return ModelFamilies.all().stream().map(ModelFamily::id);
    }
}
