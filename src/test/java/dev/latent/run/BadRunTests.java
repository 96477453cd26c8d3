package dev.latent.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
