package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ModesTests {
    private static final SampleShape PLANE = SampleShape.of(2);

    /** Gaussians of deviation 0.1 around (0,0), (10,0) and (20,0). */
    private final Modes modes = Modes.of(around(0.1f, 0, 1, 2), 3);

    @Test
    void samplesOfAllModesReachAll() {
        Modes.Coverage coverage = modes.coverage(around(0.1f, 2, 1, 0));

        assertThat(coverage.reached()).isEqualTo(3);
        assertThat(coverage.withinReach()).isGreaterThan(0.95);
    }

    @Test
    void aModeThatNoSampleComesNearIsNotReached() {
        Modes.Coverage coverage = modes.coverage(around(0.1f, 0, 2));

        assertThat(coverage.reached()).isEqualTo(2);
        assertThat(coverage.counts()[1]).isZero();
    }

    @Test
    void samplesBetweenTheModesCountForNone() {
        Modes.Coverage coverage = modes.coverage(new Samples(PLANE, new float[] {5, 0, 15, 0, 0, 1}, null));

        assertThat(coverage.reached()).isZero();
        assertThat(coverage.withinReach()).isZero();
    }

    /** The second column is 0.1 in class 0 and 0.7 in class 1, the first varies. */
    @Test
    void aColumnThatIsConstantWithinAClassStillTellsClassesApart() {
        Samples data = new Samples(
                PLANE, new float[] {0, 0.1f, 1, 0.1f, 2, 0.1f, 0, 0.7f, 1, 0.7f, 2, 0.7f}, new int[] {0, 0, 0, 1, 1, 1
                });

        Modes.Coverage coverage =
                Modes.of(data, 2).coverage(new Samples(PLANE, new float[] {1, 0.1f, 1, 0.68f, 1, 5}, null));

        assertThat(coverage.counts()).containsExactly(1, 1);
    }

    @Test
    void aColumnThatNeverVariesIsMeasuredInTheDatasUnits() {
        Samples data = new Samples(PLANE, new float[] {0, 0.1f, 1, 0.1f, 10, 0.1f, 11, 0.1f}, new int[] {0, 0, 1, 1});

        Modes.Coverage coverage =
                Modes.of(data, 2).coverage(new Samples(PLANE, new float[] {0.5f, 0.1f, 10.5f, 1, 10.5f, 4}, null));

        assertThat(coverage.counts()).containsExactly(1, 1);
        assertThat(coverage.withinReach()).isEqualTo(2 / 3.0);
    }

    @Test
    void aClassWithoutDataIsNeverReached() {
        Modes ofTwoAmongThree = Modes.of(around(0.1f, 1, 2), 3);

        assertThat(ofTwoAmongThree.coverage(around(0.1f, 0, 1, 2)).counts()[0]).isZero();
        assertThat(ofTwoAmongThree.coverage(around(0.1f, 1, 2)).reached()).isEqualTo(2);
    }

    private static Samples around(float deviation, int... classes) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[classes.length * 200];
        int[] labels = new int[classes.length * 100];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = classes[i % classes.length];
            values[2 * i] = 10 * labels[i] + (float) random.nextGaussian() * deviation;
            values[2 * i + 1] = (float) random.nextGaussian() * deviation;
        }
        return new Samples(PLANE, values, labels);
    }
}
