package dev.latent.platform.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTests {
    @Test
    void valuesStandUnderTheirNamesInTheOrderInWhichTheyCame() {
        assertThat(QueryString.parse("label=3&seed=7&label=4").values())
                .isEqualTo(Map.of("label", List.of("3", "4"), "seed", List.of("7")));
    }

    @Test
    void namesAndValuesAreDecoded() {
        assertThat(QueryString.parse("na%6De=caf%C3%A9+au=lait").values())
                .isEqualTo(Map.of("name", List.of("café au=lait")));
    }

    @Test
    void aNameWithoutAValueIsThereAllTheSame() {
        assertThat(QueryString.parse("dryRun&seed=&&").values())
                .isEqualTo(Map.of("dryRun", List.of(""), "seed", List.of("")));
    }

    @Test
    void noQueryHasNoParameters() {
        assertThat(QueryString.parse(null).values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed=%", "seed=%zz", "seed=%ff", "a=1&seed=%2"})
    void whatCantBeDecodedIsNamed(String query) {
        assertThatThrownBy(() -> QueryString.parse(query))
                .hasMessageContaining("'seed=%")
                .hasMessageContaining("%25");
    }
}
