package dev.latent.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.inference.TestVersions;
import dev.latent.sample.Samples;
import org.junit.jupiter.api.Test;

class UnitsTests {
    private final Units units = Units.of(TestVersions.version("mine", 1).description());

    @Test
    void pixelsAreClipped() {
        assertThat(units.toClient(new float[] {-0.1f, 0.5f, 1, 1.2f}, null))
                .isInstanceOfSatisfying(
                        Samples.class, samples -> assertThat(samples.values()).containsExactly(0, 0.5f, 1, 1));
    }

    @Test
    void whatIsNoNumberIsNotAnswered() {
        assertThatThrownBy(() -> units.toClient(new float[] {0, Float.NaN, 0, 0}, null))
                .isInstanceOf(NonFiniteAnswer.class)
                .hasMessageContaining("sample 0");
    }
}
