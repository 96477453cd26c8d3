package dev.latent.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundTests {
    @ParameterizedTest
    @CsvSource({"white, #ffffff", "Black, #000000", "#AbCdEf, #abcdef", "102030, #102030", "#f80, #ff8800"})
    void coloursHaveNamesAndNumbers(String text, String colour) {
        assertThat(Background.of(text)).hasToString(colour);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clear", "#12345", "rgb(1,2,3)", "#gggggg"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Background.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a colour is #rrggbb or one of aqua, black,");
    }

    @Test
    void aColourUnderGreyIsItsLuma() {
        assertThat(Background.of("red").level(0, 1)).isEqualTo(76);
    }
}
