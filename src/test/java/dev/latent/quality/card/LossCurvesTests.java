package dev.latent.quality.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossCurvesTests {
    @TempDir
    Path folder;

    @Test
    void eachLossIsACurve() throws IOException {
        Path file = write("step,criticLoss,generatorLoss\n1,0.5,2\n10,0.25,1\n");

        assertThat(LossCurves.read(file))
                .satisfiesExactly(critic -> assertThat(critic.name()).isEqualTo("criticLoss"), generator -> {
                    assertThat(generator.x()).containsExactly(1, 10);
                    assertThat(generator.y()).containsExactly(2, 1);
                });
    }

    @Test
    void withoutTheFileThereAreNone() throws IOException {
        assertThat(LossCurves.read(folder.resolve("losses.csv"))).isEmpty();
    }

    @Test
    void otherTextIsRefused() throws IOException {
        Path file = write("step,loss\n1,a lot\n");

        assertThatThrownBy(() -> LossCurves.read(file)).isInstanceOf(IOException.class);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("losses.csv"), text);
    }
}
