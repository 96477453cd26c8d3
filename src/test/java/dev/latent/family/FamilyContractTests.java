package dev.latent.family;

import static dev.latent.family.SmallModel.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.family.adversarial.AdversarialNetworks;
import dev.latent.family.folder.ModelFolder;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.family.hyperparameter.InvalidHyperparameters;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.engine.Safetensors.Type;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every family promises for every kind of sample that it takes. */
@EngineTest
class FamilyContractTests {
    private static final List<SampleShape> SHAPES = List.of(
            new SampleShape.Image(1, 28, 28),
            new SampleShape.Image(3, 32, 32),
            new SampleShape.Image(1, 8, 8),
            new SampleShape.Image(1, 13, 17),
            new SampleShape.Vector(2));

    private static final List<SampleShape> SHAPES_FOR_MLP = List.of(SHAPES.get(0), SHAPES.get(4));
    private static final List<SampleShape> SMALL_AND_LARGE_IMAGES =
            List.of(new SampleShape.Image(3, 8, 8), new SampleShape.Image(1, 64, 64), new SampleShape.Image(1, 8, 64));
    private static final int STEPS = 20;
    private static final String SECOND_MOMENT = ".secondMoment";
    private static final float ENORMOUS = 1e30f;

    @TempDir
    Path folder;

    record Case(String family, SampleShape shape, String architecture) {
        SmallModel build(NDManager manager) {
            return build(manager, "");
        }

        SmallModel build(NDManager manager, String more) {
            String chosen = architecture.isEmpty() ? "" : "\"architecture\": \"" + architecture + "\"";
            String both = Stream.of(chosen, more)
                    .filter(s -> !s.isEmpty())
                    .reduce("", (a, b) -> a.isEmpty() ? b : a + ", " + b);
            return SmallModel.of(manager, family, shape, "{" + both + "}");
        }

        boolean allowed() {
            try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
                build(manager);
                return true;
            } catch (InvalidHyperparameters e) {
                return false;
            }
        }

        boolean has(String hyperparameter) {
            return HyperparameterBinding.json(
                            ModelFamilies.find(family).orElseThrow().defaults())
                    .has(hyperparameter);
        }

        boolean judgesEachSampleByItself() {
            try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
                return build(manager).model() instanceof AdversarialNetworks networks
                        && !networks.discriminatesByBatch();
            }
        }

        boolean isAutoencoder() {
            return ModelFamilies.find(family)
                    .orElseThrow()
                    .profile()
                    .operations()
                    .contains(Operation.RECONSTRUCT);
        }
    }

    static Stream<Case> autoencoders() {
        return cases().filter(Case::isAutoencoder);
    }

    static Stream<Case> smallGames() {
        return cases().filter(c -> !c.isAutoencoder() && c.shape.size() < 500);
    }

    static Stream<Case> gamesWithoutBatchStatistics() {
        return smallGames().filter(Case::judgesEachSampleByItself);
    }

    static Stream<Case> cases() {
        return casesOf(SHAPES, SHAPES_FOR_MLP);
    }

    static Stream<Case> smallAndLargeImages() {
        return casesOf(SMALL_AND_LARGE_IMAGES, List.of());
    }

    private static Stream<Case> casesOf(List<SampleShape> shapes, List<SampleShape> shapesForMlp) {
        return ModelFamilies.all().stream()
                .flatMap(family -> {
                    boolean chosen =
                            HyperparameterBinding.json(family.defaults()).has("architecture");
                    return chosen
                            ? Stream.of(
                                            cases(family, shapes, "conv"),
                                            cases(family, shapesForMlp, "mlp"),
                                            cases(family, shapes, "residual"),
                                            cases(family, shapes, "noise-conditional"))
                                    .flatMap(some -> some)
                            : shapes.stream().map(shape -> new Case(family.id(), shape, ""));
                })
                .filter(Case::allowed);
    }

    private static Stream<Case> cases(ModelFamily<?> family, List<SampleShape> shapes, String architecture) {
        return shapes.stream().map(shape -> new Case(family.id(), shape, architecture));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepHasFiniteLosses(Case c, NDManager manager) {
        assertFinite(c.build(manager).train(2));
    }

    @ParameterizedTest
    @MethodSource("smallAndLargeImages")
    void aStepOnSmallOrLargeImagesHasFiniteLosses(Case c, NDManager manager) {
        assertFinite(c.build(manager).train(1));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepInBfloat16HasFiniteLosses(Case c, NDManager manager) {
        assertFinite(c.build(manager, "\"precision\": \"bfloat16\"").train(2));
    }

    @ParameterizedTest
    @MethodSource("gamesWithoutBatchStatistics")
    void whereRealAndFakeGoThroughTheDiscriminatorTogetherItSaysOfEachWhatItSaysOfItAlone(Case c, NDManager manager) {
        SmallModel small = c.build(manager);
        AdversarialNetworks networks = (AdversarialNetworks) small.model();
        NDArray x = small.samples();
        NDArray y = small.labels();

        NDArray alone = networks.discriminate(x, y);
        NDArray among = networks.discriminate(x.concat(x.mul(0.5f)), y.concat(y));

        assertThat(among.split(2).get(0).toFloatArray()).containsExactly(alone.toFloatArray(), within(1e-4f));
    }

    @ParameterizedTest
    @MethodSource("autoencoders")
    void theLossOfAnAutoencoderFalls(Case c, NDManager manager) {
        assertFalls(c.build(manager).train(STEPS), "loss");
    }

    @ParameterizedTest
    @MethodSource("smallGames")
    void withTheGeneratorFrozenTheDiscriminatorsLossFalls(Case c, NDManager manager) {
        SmallModel small = c.build(manager);

        List<Map<String, Float>> losses = small.train(STEPS, frozen(small, "generator"));

        assertFalls(losses, losses.get(0).containsKey("criticLoss") ? "criticLoss" : "discriminatorLoss");
    }

    @ParameterizedTest
    @MethodSource("smallGames")
    void withTheDiscriminatorFrozenTheGeneratorsLossFalls(Case c, NDManager manager) {
        SmallModel small = c.build(manager);
        small.train(STEPS);

        assertFalls(small.train(2 * STEPS, frozen(small, "discriminator")), "generatorLoss");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyNetworkIsDescribedAsData(Case c, NDManager manager) {
        GenerativeModel model = c.build(manager).model();

        assertThat(model.structure()).containsOnlyKeys(model.networks().keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aNetworkThatIsWalkedByItsDescriptionGivesWhatTheModelGives(Case c, NDManager manager) {
        for (String spectral : c.has("spectralNormalization") ? List.of("false", "true") : List.of("")) {
            SmallModel small = c.build(manager, spectral.isEmpty() ? "" : "\"spectralNormalization\": " + spectral);
            small.train(2);
            small.serve();

            assertThat(new WalkedModel(small).differences())
                    .isNotEmpty()
                    .allSatisfy((what, difference) ->
                            assertThat(difference).as(what).isLessThan(1e-4f));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameSeedTrainsTheSameModel(Case c, NDManager manager) {
        SmallModel first = c.build(manager);
        SmallModel second = c.build(manager);

        assertThat(first.train(2)).isEqualTo(second.train(2));
        assertThat(answers(first.model(), first)).isEqualTo(answers(second.model(), second));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSavedModelAnswersAsItDidBefore(Case c, NDManager manager) throws IOException {
        SmallModel small = c.build(manager);
        small.train(2);

        ModelFolder.write(folder, small.description(), small.model(), Type.F32);

        assertThat(answers(ModelFolder.load(folder, manager), small)).isEqualTo(answers(small.model(), small));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyDeclaredOperationAnswersInItsShape(Case c, NDManager manager) {
        SmallModel small = c.build(manager);
        small.train(2);
        small.serve();

        OperationAnswers answers = new OperationAnswers(small.model(), small.samples(), small.labels());

        assertThat(small.operations()).isNotEmpty();
        for (Operation operation : small.operations()) {
            answers.to(operation).forEach((name, answer) -> assertFits(name, answer, small));
        }
    }

    private static void assertFits(String name, NDArray answer, SmallModel small) {
        Shape samples = small.samples().getShape();
        boolean pixels = name.startsWith("samples") && small.data().sample().isImage();
        if (name.startsWith("samples") || name.equals("deviations")) {
            assertThat(answer.getShape()).as(name).isEqualTo(samples);
        } else if (name.startsWith("codes")) {
            assertThat(answer.getShape()).as(name).isEqualTo(new Shape(SAMPLES, 3));
        } else {
            assertThat(answer.getShape()).as(name).isEqualTo(new Shape(SAMPLES));
        }
        for (float value : SmallModel.rows(answer)) {
            assertThat(value).as(name).isFinite();
            assertThat(!pixels || value >= 0 && value <= 1)
                    .as(name + " " + value)
                    .isTrue();
        }
    }

    /**
     * Keeps the networks of this kind as they are, also within a step: an optimizer that has seen enormous gradients
     * moves nothing. What is no parameter, such as running statistics, is put back after each step.
     */
    private static Runnable frozen(SmallModel small, String kind) {
        Map<String, NDArray> tensors = small.step().state().tensors();
        Map<String, NDArray> kept = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(kind) && name.endsWith(SECOND_MOMENT)) {
                NativeOperations.copy(tensor.onesLike().mul(ENORMOUS), tensor);
            } else if (name.startsWith(kind)) {
                kept.put(name, tensor.duplicate());
            }
        });
        return () -> kept.forEach((name, before) -> {
            if (tensors.containsKey(name + SECOND_MOMENT)) {
                assertThat(tensors.get(name).sub(before).abs().max().getFloat())
                        .as(name)
                        .isLessThan(1e-9f);
            }
            NativeOperations.copy(before, tensors.get(name));
        });
    }

    private static Map<String, List<Float>> answers(GenerativeModel model, SmallModel small) {
        model.networks().values().forEach(weights -> weights.training(false));
        OperationAnswers answers = new OperationAnswers(model, small.samples(), small.labels());
        Map<String, List<Float>> all = new LinkedHashMap<>();
        for (Operation operation : small.operations()) {
            answers.to(operation).forEach((name, answer) -> all.put(operation + " " + name, list(answer)));
        }
        return all;
    }

    private static List<Float> list(NDArray array) {
        float[] values = SmallModel.rows(array);
        return Stream.iterate(0, i -> i < values.length, i -> i + 1)
                .map(i -> values[i])
                .toList();
    }

    private static void assertFinite(List<Map<String, Float>> losses) {
        assertThat(losses)
                .allSatisfy(step -> assertThat(step)
                        .isNotEmpty()
                        .allSatisfy((name, value) -> assertThat(value).as(name).isFinite()));
    }

    /** Compares the means of the first and last five steps. */
    private static void assertFalls(List<Map<String, Float>> losses, String name) {
        double first = losses.subList(0, 5).stream()
                .mapToDouble(l -> l.get(name))
                .average()
                .orElseThrow();
        double last = losses.subList(losses.size() - 5, losses.size()).stream()
                .mapToDouble(l -> l.get(name))
                .average()
                .orElseThrow();
        assertThat(last).as(name).isLessThan(first);
    }
}
