package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTests {
    private static final List<String> SHAPES = List.of("circle", "square", "triangle, upright", "2");

    @Test
    void aClassIsFoundByItsNameOrItsIndex() {
        assertThat(Labels.indices(List.of("square", "0"), SHAPES)).containsExactly(1, 0);
    }

    @Test
    void aNumberIsAnIndexAlsoWhereAClassIsCalledSo() {
        assertThat(Labels.indices(List.of("2"), SHAPES)).containsExactly(2);
    }

    @Test
    void aNumberBeyondAllIndicesMayBeAName() {
        assertThat(Labels.indices(List.of("1990"), List.of("1989", "1990"))).containsExactly(1);
    }

    @Test
    void aNameWithACommaIsOne() {
        assertThat(Labels.indices(List.of("triangle", " upright"), SHAPES)).containsExactly(2);
    }

    @Test
    void whatIsNoClassIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Labels.indices(List.of("cirle"), SHAPES))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("there is no class cirle; label can be 0 (circle), 1 (square)");
    }
}
