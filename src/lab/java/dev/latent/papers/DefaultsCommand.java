package dev.latent.papers;

import dev.latent.family.Json;
import dev.latent.family.folder.ModelFolder;
import dev.latent.files.Folders;
import dev.latent.nn.engine.Subnormals;
import dev.latent.quality.Appraisal;
import dev.latent.quality.card.Effort;
import dev.latent.quality.card.QualityCard;
import dev.latent.report.Provenance;
import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import dev.latent.run.attempt.Run;
import dev.latent.run.report.ProgressBar;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code papers --defaults}: trains every family with nothing but its defaults, with three seeds on three datasets,
 * and tells in {@code results/defaults/} and {@code docs/measurements.md} whether one diverged or collapsed. One that was broken off goes
 * on from its last checkpoint.
 */
final class DefaultsCommand {
    /** What is asked of 1,000 samples. */
    private static final Effort EFFORT = Effort.of(1000);

    private final Path scratch;
    private final PaperDatasets datasets;
    private final DefaultsResults results;
    private final Options options;
    private final PrintStream out;
    private final Provenance provenance = Provenance.here();

    DefaultsCommand(Path project, Options options, PrintStream out) {
        this.scratch = project.resolve("papers-out");
        this.datasets = PaperDatasets.ofEnvironment(scratch);
        this.results = new DefaultsResults(project);
        this.options = options;
        this.out = out;
    }

    /** @return whether all that were trained hold */
    boolean run(List<DefaultTraining> trainings) throws IOException {
        Subnormals.flush();
        boolean all = true;
        for (DefaultTraining training : trainings) {
            Optional<List<Path>> folders = datasets.folders(training.datasets());
            if (folders.isEmpty()) {
                new Console(out, options.stopping()).skipped(training.id(), training.datasets());
            } else {
                all &= outcome(training, folders.get()).holds();
                results.render();
            }
        }
        return all;
    }

    private DefaultOutcome outcome(DefaultTraining training, List<Path> data) throws IOException {
        RunFolder folder = new RunFolder(scratch.resolve("defaults").resolve(training.id()));
        byte[] request = Json.PRETTY.writeValueAsBytes(training.request(data, options.threads()));
        boolean same = Files.exists(folder.request()) && Arrays.equals(Files.readAllBytes(folder.request()), request);
        if (same && !options.fresh() && Files.exists(results.file(training))) {
            return results.read(training);
        }
        if (options.fresh() || !same) {
            Folders.delete(folder.path());
        }
        Files.createDirectories(folder.path());
        Files.write(folder.request(), request);
        DefaultOutcome outcome = trained(training, folder, data);
        results.write(training, outcome);
        tell(training, outcome);
        return outcome;
    }

    private DefaultOutcome trained(DefaultTraining training, RunFolder folder, List<Path> data) throws IOException {
        out.println(training.id());
        try {
            new Run(folder, new ProgressBar(out)).train(() -> false);
        } catch (RunFailure e) {
            if (e.retry()) {
                throw new IOException(training.id() + ": " + e.detail(), e);
            }
            return DefaultOutcome.failed(training, e.detail(), provenance);
        }
        Path classifiers = scratch.resolve("classifiers");
        QualityCard card = new Appraisal(folder.version(), data, classifiers)
                .measure(EFFORT, training.seed(), (what, share) -> {})
                .card();
        return DefaultOutcome.of(training, ModelFolder.read(folder.version()).hyperparameters(), card, provenance);
    }

    private void tell(DefaultTraining training, DefaultOutcome outcome) {
        out.println(training.id() + (outcome.holds() ? " holds" : " DOES NOT HOLD"));
        outcome.figures()
                .forEach(figure -> out.println("  " + figure.name() + " " + new Comparison(figure, "").told()));
    }
}
