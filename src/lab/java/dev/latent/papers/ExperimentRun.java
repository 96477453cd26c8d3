package dev.latent.papers;

import dev.latent.family.Json;
import dev.latent.quality.Appraisal;
import dev.latent.quality.card.QualityCard;
import dev.latent.report.Provenance;
import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.RunPlan;
import dev.latent.run.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Trains and measures in a folder of its own; what an earlier one has done there is not done again.
 *
 * @param datasets prepared folders
 * @param classifiers folder that keeps trained classifiers
 */
record ExperimentRun(
        Experiment experiment,
        RunFolder folder,
        List<Path> datasets,
        Path classifiers,
        Stopping stopping,
        int threads) {

    Outcome run(Console console, Provenance provenance) throws IOException, RunFailure {
        RunRequest request = request();
        Files.createDirectories(folder.path());
        Files.write(folder.request(), Json.PRETTY.writeValueAsBytes(request));
        ValidatedTraining training = new ValidatedTraining(folder, validation(), stopping.asPatience());
        ValidatedTraining.Result trained = training.run(point -> console.epoch(experiment, point));
        QualityCard card = new Appraisal(training.version(), datasets, classifiers)
                .measure(experiment.effort(), Experiment.SEED, console::measuring)
                .card();
        return outcome(request.plan().hyperparameters(), trained, card, provenance);
    }

    private Validation validation() {
        return new Validation() {
            @Override
            public double measure(Path version) throws IOException {
                return experiment.watched().measure(version, datasets, classifiers, Experiment.SEED);
            }

            @Override
            public boolean higherIsBetter() {
                return experiment.watched().higherIsBetter();
            }
        };
    }

    private Outcome outcome(
            JsonNode hyperparameters, ValidatedTraining.Result trained, QualityCard card, Provenance provenance) {
        ValidationPoint last = trained.curve().get(trained.curve().size() - 1);
        return new Outcome(
                experiment.id(),
                experiment.title(),
                experiment.family(),
                card.datasets(),
                hyperparameters,
                experiment.batchSize(),
                Experiment.SEED,
                Experiment.TRAIN_ON,
                threads,
                stopping.patience(),
                stopping.minutes(),
                last.seconds() / 60,
                last.epoch(),
                trained.best().epoch(),
                experiment.watched().title(),
                trained.curve(),
                experiment.claims().stream()
                        .flatMap(claim -> Comparison.of(claim, card))
                        .toList(),
                card,
                provenance);
    }

    /** Whether the folder holds a training of the same request, to be gone on with. */
    boolean hasBegun() throws IOException {
        return Files.exists(folder.request())
                && Arrays.equals(Files.readAllBytes(folder.request()), Json.PRETTY.writeValueAsBytes(request()));
    }

    private RunRequest request() throws IOException {
        RunPlan plan = new RunPlan(
                experiment.family(),
                CompleteHyperparameters.of(experiment.family(), experiment.hyperparameters(), datasets.get(0)),
                Experiment.MOST_EPOCHS,
                null,
                experiment.batchSize(),
                Experiment.SEED,
                Experiment.TRAIN_ON);
        return RunRequest.byHand(plan, datasets, null, threads);
    }
}
