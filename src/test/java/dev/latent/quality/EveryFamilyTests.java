package dev.latent.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetDescription;
import dev.latent.family.DataShape;
import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.family.folder.ModelFolder;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.nn.layer.Weights;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.QualityCard;
import dev.latent.quality.measurement.AnomalyMeasurement;
import dev.latent.quality.measurement.TinyDatasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a family can do, its card tells something of it. */
@EngineTest
class EveryFamilyTests {
    private static final Effort LITTLE = new Effort(60, 60, 10, 5, 5);

    /** Keeps what the first test has trained. */
    @TempDir
    static Path classifiers;

    @TempDir
    Path folder;

    static Stream<String> families() {
        return ModelFamilies.all().stream().map(ModelFamily::id);
    }

    @ParameterizedTest
    @MethodSource("families")
    void anUntrainedModelOfImagesHasACard(String family, NDManager manager) throws IOException {
        List<Path> datasets = List.of(TinyDatasets.halves(folder, "a"), TinyDatasets.halves(folder, "b"));

        QualityCard card = appraise(find(family), datasets, manager);

        assertThat(card.figures()).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.value()).isFinite();
            assertThat(figure.n()).isPositive();
            assertThat(figure.method()).isNotBlank();
        });
        assertThat(card.notMeasured()).allSatisfy(EveryFamilyTests::isOfTheTraining);
    }

    @ParameterizedTest
    @MethodSource("families")
    void anUntrainedModelOfVectorsHasOneWhereTheFamilyTakesVectors(String family, NDManager manager)
            throws IOException {
        List<Path> datasets = List.of(TinyDatasets.threeModes(folder, "a"), TinyDatasets.threeModes(folder, "b"));
        assumeThat(takes(find(family), new DataShape(dev.latent.sample.SampleShape.of(2), 3)))
                .as(family + " takes images only")
                .isTrue();

        assertThat(appraise(find(family), datasets, manager).notMeasured())
                .allSatisfy(EveryFamilyTests::isOfTheTraining);
    }

    @Test
    void aCardTellsWhatMeasuredIt(NDManager manager) throws IOException {
        QualityCard card = appraise(find("cgan"), List.of(TinyDatasets.halves(folder, "a")), manager);

        assertThat(card.measuredBy()).isEqualTo("development");
        assertThat(card.classifier().weights()).matches("[0-9a-f]{12}");
    }

    @Test
    void aConditionalVaeHasALikelihoodGivenTheLabel(NDManager manager) throws IOException {
        List<Path> datasets = List.of(TinyDatasets.halves(folder, "a"));

        QualityCard card =
                appraise(find("vae"), datasets, "{\"conditional\": true, \"binarization\": \"dynamic\"}", manager);

        assertThat(card.figure("negativeElbo").orElseThrow().method()).contains("given the label");
        assertThat(card.figure("negativeLogLikelihood").orElseThrow().method()).contains("given the label");
    }

    /** These models have had none. */
    private static void isOfTheTraining(QualityCard.Unmeasured unmeasured) {
        assertThat(unmeasured)
                .isIn(
                        new QualityCard.Unmeasured("CriticEstimate", "its training left no samples"),
                        new QualityCard.Unmeasured("Anomaly", AnomalyMeasurement.NONE));
    }

    private static ModelFamily<?> find(String family) {
        return ModelFamilies.find(family).orElseThrow();
    }

    private static <H extends Record> boolean takes(ModelFamily<H> family, DataShape data) {
        return family.check(family.defaultsFor(data), data).isEmpty();
    }

    private QualityCard appraise(ModelFamily<?> family, List<Path> all, NDManager manager) throws IOException {
        return appraise(family, all, "{}", manager);
    }

    private QualityCard appraise(ModelFamily<?> family, List<Path> all, String hyperparameters, NDManager manager)
            throws IOException {
        List<Path> datasets = family.unpaired() ? all : all.subList(0, 1);
        Path version = Files.createDirectory(folder.resolve("version"));
        write(family, describe(datasets), hyperparameters, version, manager);
        return new Appraisal(version, datasets, classifiers)
                .measure(LITTLE, 1, (what, share) -> {})
                .card();
    }

    private static List<DatasetDescription> describe(List<Path> datasets) throws IOException {
        List<DatasetDescription> descriptions = new ArrayList<>();
        for (Path dataset : datasets) {
            try (Dataset open = Dataset.open(dataset)) {
                descriptions.add(open.description());
            }
        }
        return descriptions;
    }

    private static <H extends Record> void write(
            ModelFamily<H> family, List<DatasetDescription> datasets, String given, Path version, NDManager manager)
            throws IOException {
        DatasetDescription first = datasets.get(0);
        DataShape data = new DataShape(first.shape(), first.classCount());
        H hyperparameters = HyperparameterBinding.bind(family, data, Json.MAPPER.readTree(given));
        ModelDescription description = new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                family.id(),
                family.operations(hyperparameters, data),
                HyperparameterBinding.json(hyperparameters),
                first.shape(),
                first.classes(),
                first.columns(),
                datasets.stream()
                        .map(dataset -> new DatasetReference(dataset.name(), dataset.digest()))
                        .toList(),
                1,
                null,
                0,
                "test",
                Instant.EPOCH);
        Weights.Source weights = Weights.Source.drawn(manager, new SplittableRandom(1));
        ModelFolder.write(version, description, family.build(hyperparameters, data, weights), Type.F32);
    }
}
