package dev.latent.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTests {
    @Test
    void withoutOptionsAllExperimentsTrainFor45MinutesOr20EpochsWithoutAnImprovement() {
        Options options = options("");

        assertThat(options.chosen(Experiments.all())).isEqualTo(Experiments.all());
        assertThat(options.stopping()).isEqualTo(new Stopping(20, 45));
        assertThat(options.fresh()).isFalse();
    }

    @Test
    void someCanBeChosenAndGivenMoreTime() {
        Options options = options("--only vae,gan --minutes 1.5 --patience 3 --fresh --threads 1");

        assertThat(options.chosen(Experiments.all())).extracting(Experiment::id).containsExactly("vae", "gan");
        assertThat(options).isEqualTo(new Options(List.of("vae", "gan"), new Stopping(3, 1.5), true, 1, false, false));
    }

    @Test
    void anExperimentThatIsUnknownIsNamedBesideThoseThatAreKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--only vea").chosen(Experiments.all()))
                .withMessageContaining("vea")
                .withMessageContaining("cyclegan-inverted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--only", "--minutes 0", "--patience 0", "--minutes long", "--quick", "vae"})
    void whatCannotBeUnderstoodIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> options(line));
    }

    private static Options options(String line) {
        return Options.of(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }
}
