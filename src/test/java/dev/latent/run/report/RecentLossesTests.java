package dev.latent.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentLossesTests {
    private final RecentLosses losses = new RecentLosses();

    @Test
    void theMeansAreOverTheLastHundredStepsAndThoseSinceAMultipleOfAHundred() {
        add(losses, 1, 250);

        assertThat(losses.means()).containsExactly(Map.entry("loss", (101 + 250) / 2.0));
    }

    @Test
    void aRunOfFewStepsHasTheMeansOfAll() {
        add(losses, 1, 9);

        assertThat(losses.means()).containsExactly(Map.entry("loss", 5.0));
    }

    @Test
    void aRunThatGoesOnEndsWithTheMeansOfAnUninterruptedOne() {
        add(losses, 1, 250);
        RecentLosses before = new RecentLosses();
        add(before, 1, 130);
        RecentLosses after = new RecentLosses();
        after.restore(before.notes());

        add(after, 131, 250);

        assertThat(after.means()).isEqualTo(losses.means());
    }

    private static void add(RecentLosses losses, int first, int last) {
        for (int step = first; step <= last; step++) {
            losses.add(step, Map.of("loss", (float) step));
        }
    }
}
