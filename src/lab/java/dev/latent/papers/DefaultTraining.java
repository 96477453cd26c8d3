package dev.latent.papers;

import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.run.RunPlan;
import dev.latent.run.RunRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A family as it is without any hyperparameter, on a dataset, with a seed.
 *
 * @param dataset the first one, for a family that translates
 */
record DefaultTraining(String family, String dataset, long seed) {
    private static final List<String> DATASETS = List.of(PaperDatasets.DIGITS, PaperDatasets.MNIST, ColoredDigits.NAME);
    private static final Map<String, String> TRANSLATED_TO = Map.of(
            PaperDatasets.DIGITS, "digits-outline",
            PaperDatasets.MNIST, InvertedImages.of(PaperDatasets.MNIST),
            ColoredDigits.NAME, InvertedImages.of(ColoredDigits.NAME));
    private static final int SEEDS = 3;

    /** By seed first, so that one of each is there soon. */
    static List<DefaultTraining> all() {
        return LongStream.rangeClosed(1, SEEDS)
                .boxed()
                .flatMap(seed -> DATASETS.stream()
                        .flatMap(dataset ->
                                DefaultBar.allFamilies().map(family -> new DefaultTraining(family, dataset, seed))))
                .toList();
    }

    /** Of some. @param only beginnings of ids; empty for all @throws IllegalArgumentException if one fits none */
    static List<DefaultTraining> chosen(List<String> only) {
        for (String beginning : only) {
            if (all().stream().noneMatch(training -> training.id().startsWith(beginning))) {
                throw new IllegalArgumentException("there is no training " + beginning + "; there are "
                        + all().stream().map(DefaultTraining::id).toList());
            }
        }
        return all().stream()
                .filter(training -> only.isEmpty()
                        || only.stream().anyMatch(beginning -> training.id().startsWith(beginning)))
                .toList();
    }

    String id() {
        return family + "-" + dataset + "-" + seed;
    }

    TrainingDefaults defaults() {
        return modelFamily().profile().trainingDefaults();
    }

    private ModelFamily<?> modelFamily() {
        return ModelFamilies.find(family).orElseThrow();
    }

    /** One, or two to translate between. */
    List<String> datasets() {
        return modelFamily().unpaired() ? List.of(dataset, TRANSLATED_TO.get(dataset)) : List.of(dataset);
    }

    RunRequest request(List<Path> folders, int threads) throws IOException {
        TrainingDefaults defaults = defaults();
        RunPlan plan = new RunPlan(
                family,
                CompleteHyperparameters.of(family, "{}", folders.get(0)),
                defaults.epochs(),
                null,
                defaults.batchSize(),
                seed,
                "train+validation");
        return RunRequest.byHand(plan, folders, null, threads);
    }

    /** Those of a family and a dataset that were trained. */
    static Stream<List<DefaultOutcome>> grouped(List<DefaultOutcome> outcomes) {
        return DATASETS.stream()
                .flatMap(dataset -> DefaultBar.allFamilies()
                        .map(family -> outcomes.stream()
                                .filter(it -> it.family().equals(family)
                                        && it.dataset().equals(dataset))
                                .toList()))
                .filter(some -> !some.isEmpty());
    }
}
