package dev.latent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VerdictTests {
    private static final String FIGURES = """
            "figures": [{"name": "n", "value": 1}, {"name": "psnrDenoised", "value": 25.64,
                "reference": {"value": 27.3, "meaning": "a blur"}}]""";

    @Test
    void aModelThatLosesToABlurIsCalledThat() {
        assertThat(of("{\"verdict\": \"It loses to a blur.\", " + FIGURES + "}"))
                .isEqualTo("It loses to a blur.");
    }

    @Test
    void ofAnyOtherItsFigureStandsBesideWhatItIsReadBeside() {
        assertThat(of("{" + FIGURES + "}")).isEqualTo("psnrDenoised 25.6 (27.3: a blur)");
    }

    @Test
    void aCardWithoutTheFigureIsNoFailure() {
        assertThat(of("{\"figures\": []}")).isEqualTo("Its card has no psnrDenoised");
    }

    private static String of(String card) {
        return Verdict.of(JsonMapper.shared().readTree(card), "psnrDenoised");
    }
}
