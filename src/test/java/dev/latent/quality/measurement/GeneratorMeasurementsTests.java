package dev.latent.quality.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.family.GenerativeModel;
import dev.latent.measure.ParzenWindow;
import dev.latent.measure.SampleArrays;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.Figure;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cards say of a generator whose samples are known. */
@EngineTest
class GeneratorMeasurementsTests {
    /** Keeps what the first test has trained. */
    @TempDir
    static Path classifiers;

    @TempDir
    Path folder;

    @Test
    void aGeneratorThatCopiesTrainingSamplesIsCaught(NDManager manager) throws Exception {
        CardDraft card = measured(new MemorizationMeasurement(), copying(Split.TRAIN, manager), manager);

        assertThat(value(card, "memorisationRatio")).isZero();
    }

    @Test
    void aGeneratorOfFreshSamplesIsNot(NDManager manager) throws Exception {
        CardDraft card = measured(new MemorizationMeasurement(), copying(Split.TEST, manager), manager);

        assertThat(value(card, "memorisationRatio")).isCloseTo(1, within(0.05));
    }

    @Test
    void samplesOfTheDataAreAsNearToThemAsHeldOutData(NDManager manager) throws Exception {
        CardDraft card = measured(new DistributionMeasurement(), copying(Split.TEST, manager), manager);

        Figure distance = figure(card, "frechetDistance");
        assertThat(distance.value()).isLessThan(2 * distance.reference().value());
        Figure precision = figure(card, "precision");
        assertThat(precision.value()).isCloseTo(precision.reference().value(), within(0.1));
        assertThat(card.verdict()).isNull();
    }

    @Test
    void noiseIsFarFromTheData(NDManager manager) throws Exception {
        NDArray noise = manager.randomUniform(0, 1, new Shape(100, 1, 8, 8));

        CardDraft card = measured(new DistributionMeasurement(), new CopyingGenerator(noise, 2), manager);

        Figure distance = figure(card, "frechetDistance");
        assertThat(distance.value()).isGreaterThan(10 * distance.reference().value());
        assertThat(value(card, "coverage")).isLessThan(0.1);
    }

    @Test
    void samplesThatAreNoBetterThanTheirMeanAreToldSo(NDManager manager) throws Exception {
        NDArray bright = manager.ones(new Shape(100, 1, 8, 8)).mul(5f);

        CardDraft card = measured(new DistributionMeasurement(), new CopyingGenerator(bright, 2), manager);

        assertThat(card.verdict()).contains("farther from the data than one and the same mean sample");
    }

    @Test
    void theClassifierSeesTheLabelAskedFor(NDManager manager) throws Exception {
        CardDraft card = measured(new LabelMeasurement(), copying(Split.TEST, manager), manager);

        assertThat(value(card, "labelAccuracy")).isGreaterThan(0.99);
    }

    @Test
    void theNearestTrainingSampleHasTheLabelAskedFor(NDManager manager) throws Exception {
        CardDraft card = measured(new NeighbourLabelMeasurement(), copying(Split.TEST, manager), manager);

        assertThat(value(card, "leastLabelAccuracyByNeighbours")).isGreaterThan(0.99);
    }

    @Test
    void aGeneratorThatIgnoresTheLabelIsRightHalfOfTheTime(NDManager manager) throws Exception {
        NDArray left = data(Split.TEST, manager).get("0:2:2").repeat(0, 100);

        CardDraft card = measured(new LabelMeasurement(), new CopyingGenerator(left, 2), manager);

        assertThat(value(card, "labelAccuracy")).isEqualTo(0.5);
    }

    @Test
    void aLabelThatIsNeverShownIsTold(NDManager manager) throws Exception {
        NDArray left = data(Split.TEST, manager).get("0:2:2").repeat(0, 100);

        CardDraft card = measured(new NeighbourLabelMeasurement(), new CopyingGenerator(left, 2), manager);

        assertThat(value(card, "leastLabelAccuracyByNeighbours")).isZero();
    }

    @Test
    void aClassThatIsNeverGeneratedIsMissed(NDManager manager) throws Exception {
        NDArray left = data(Split.TEST, manager).get("0:2:2").repeat(0, 100);

        CardDraft card = measured(new ClassMeasurement(), new CopyingGenerator(left, 2), manager);

        assertThat(value(card, "classesCovered")).isEqualTo(1);
        assertThat(value(card, "leastClassShare")).isZero();
    }

    @Test
    void samplesOfTheDataAreAsLikelyAsTheData(NDManager manager) throws Exception {
        CardDraft card = measured(new ParzenMeasurement(), copying(Split.TRAIN, manager), manager);

        Figure likelihood = figure(card, "parzenLogLikelihood");
        assertThat(likelihood.value()).isCloseTo(likelihood.reference().value(), within(2.0));
        assertThat(likelihood.standardError()).isPositive();
    }

    @Test
    void theWindowOfTheDataHoldsNoneOfTheSamplesThatItsWidthIsChosenOn(NDManager manager) throws Exception {
        NDArray validation = SampleArrays.rows(data(Split.VALIDATION, manager));
        ParzenWindow window = new ParzenWindow(SampleArrays.rows(data(Split.TRAIN, manager)));
        double width = window.bestWidth(validation, ParzenWindow.WIDTHS);
        double[][] expected = window.logLikelihoods(SampleArrays.rows(data(Split.TEST, manager)), List.of(width));

        CardDraft card = parzen(TrainOn.TRAIN, Split.TEST, manager);

        assertThat(figure(card, "parzenLogLikelihood").reference().value())
                .isCloseTo(StatUtils.mean(expected[0]), within(1e-6));
    }

    @Test
    void itsWidthIsNotChosenOnSamplesThatMayHaveBeenTrainedOn(NDManager manager) throws Exception {
        Figure likelihood =
                figure(parzen(TrainOn.TRAIN_AND_VALIDATION, Split.VALIDATION, manager), "parzenLogLikelihood");

        assertThat(likelihood.value()).isCloseTo(likelihood.reference().value(), within(10.0));
        assertThat(likelihood.method()).contains("chosen on 75 others, 75 test samples");
    }

    /** @param copied what the generator has learned by heart */
    private CardDraft parzen(TrainOn trainOn, Split copied, NDManager manager) throws Exception {
        Subject subject = Subjects.trainedOn(trainOn, copying(copied, manager), halves(), classifiers, manager);
        CardDraft card = new CardDraft(new Effort(150, 1000, 10, 5, 5), 1);
        new ParzenMeasurement().measure(subject, card);
        return card;
    }

    private CopyingGenerator copying(Split split, NDManager manager) throws IOException {
        return new CopyingGenerator(data(split, manager), 2);
    }

    private NDArray data(Split split, NDManager manager) throws IOException {
        Part part = Part.of(halves(), split);
        return part.array(manager, IntStream.range(0, part.count()).toArray());
    }

    private Dataset halves() throws IOException {
        Path path = folder.resolve("halves");
        return Dataset.open(path.toFile().exists() ? path : TinyDatasets.halves(folder, "halves"));
    }

    private CardDraft measured(Measurement measurement, GenerativeModel model, NDManager manager) throws Exception {
        return measured(measurement, model, new Effort(150, 150, 10, 5, 5), manager);
    }

    private CardDraft measured(Measurement measurement, GenerativeModel model, Effort effort, NDManager manager)
            throws Exception {
        Subject subject = Subjects.of(model, List.of(halves()), classifiers, manager);
        CardDraft card = new CardDraft(effort, 1);
        assertThat(measurement.suits(subject)).isTrue();
        measurement.measure(subject, card);
        return card;
    }

    private static Figure figure(CardDraft card, String name) {
        return card.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double value(CardDraft card, String name) {
        return figure(card, name).value();
    }
}
