package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelCountsTests {
    @Test
    void theHistogramCountsEveryClass() {
        ClassHistogram histogram = ClassHistogram.of(new int[] {0, 2, 2, 2}, 4);

        assertThat(histogram.counts()).containsExactly(1, 0, 3, 0);
        assertThat(histogram.covered()).isEqualTo(2);
        assertThat(histogram.least()).isZero();
    }

    @Test
    void agreementIsToldForEachLabel() {
        Agreement agreement = Agreement.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 1, 1}, 3);

        assertThat(agreement.share()).isEqualTo(0.75);
        assertThat(agreement.share(0)).isEqualTo(0.5);
        assertThat(agreement.least()).isEqualTo(0.5);
    }
}
