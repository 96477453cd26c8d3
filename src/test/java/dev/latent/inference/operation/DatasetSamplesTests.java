package dev.latent.inference.operation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.Split;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A range that a dataset hasn't is told by what the client sent. */
class DatasetSamplesTests {
    private static final DatasetDescription FIVE = DatasetDescription.ofImages(
            "five", new SampleShape.Image(1, 1, 2), null, Map.of(Split.TRAIN, 5), "digest", "a test");

    private final DatasetSamples samples = new DatasetSamples(new Datasets(List.of()));

    @Test
    void fromTheStartTheCountIsTooHigh() {
        refused(() -> samples.read(FIVE, new DatasetRange(null, "train", null, 6)), "count");
    }

    @Test
    void furtherOnTheIndexIsTooHigh() {
        refused(() -> samples.read(FIVE, new DatasetRange(null, "train", 4, null)), "index");
    }

    @Test
    void anEmptySplitIsWhatIsWrong() {
        refused(() -> samples.read(FIVE, new DatasetRange(null, null, null, 2)), "split");
        refused(() -> samples.read(FIVE, "test", 0, "fromIndex"), "split");
    }

    @Test
    void oneSampleIsNamedAsTheClientDoes() {
        refused(() -> samples.read(FIVE, "train", 5, "toIndex"), "toIndex");
        refused(() -> samples.read(FIVE, "train", -1, "fromIndex"), "fromIndex");
    }

    private static void refused(ThrowingCallable reading, String parameter) {
        assertThatThrownBy(reading).isInstanceOf(Problem.class).hasMessageContaining("parameter=" + parameter);
    }
}
