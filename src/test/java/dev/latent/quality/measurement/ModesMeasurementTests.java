package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cards say of generators of points whose data have three modes. */
@EngineTest
class ModesMeasurementTests {
    @TempDir
    Path folder;

    @Test
    void aGeneratorOfTheDataReachesAllModes(NDManager manager) throws Exception {
        CardDraft card = measured(1, 0, manager);

        assertThat(Bar.value(card, "modesCovered")).isEqualTo(3);
        assertThat(Bar.value(card, "shareWithinModes")).isGreaterThan(0.95);
    }

    @Test
    void aGeneratorOfOnePointReachesOne(NDManager manager) throws Exception {
        CardDraft card = measured(0, 0, manager);

        assertThat(Bar.value(card, "modesCovered")).isEqualTo(1);
        assertThat(Bar.value(card, "shareWithinModes")).isEqualTo(1);
    }

    @Test
    void aGeneratorOfWhatLiesElsewhereReachesNone(NDManager manager) throws Exception {
        CardDraft card = measured(1, 100, manager);

        assertThat(Bar.value(card, "modesCovered")).isZero();
        assertThat(Bar.value(card, "shareWithinModes")).isZero();
    }

    @Test
    void heldOutDataStandBeside(NDManager manager) throws Exception {
        CardDraft card = measured(0, 0, manager);

        assertThat(card.figures().get(0).reference().value()).isEqualTo(3);
        assertThat(card.figures().get(0).n()).isEqualTo(150);
        assertThat(card.figures().get(0).method()).endsWith("of 3");
    }

    /** Of a generator of test samples, scaled and moved; standardized, the middle mode is at the origin. */
    private CardDraft measured(float scale, float shift, NDManager manager) throws Exception {
        try (Dataset dataset = Dataset.open(TinyDatasets.threeModes(folder, "modes"))) {
            Part test = Part.of(dataset, Split.TEST);
            NDArray samples = test.array(
                            manager, IntStream.range(0, test.count()).toArray())
                    .mul(scale)
                    .add(shift);
            Subject subject = Subjects.of(new CopyingGenerator(samples, 3), List.of(dataset), folder, manager);
            CardDraft card = new CardDraft(new Effort(150, 10, 10, 5, 5), 1);
            Measurement measurement = new ModesMeasurement();
            assertThat(measurement.suits(subject)).isTrue();
            measurement.measure(subject, card);
            return card;
        }
    }
}
