package dev.latent.papers;

import ch.qos.logback.classic.Level;
import dev.latent.family.Json;
import dev.latent.files.Folders;
import dev.latent.nn.engine.Subnormals;
import dev.latent.papers.anomaly.AnomaliesCommand;
import dev.latent.report.Provenance;
import dev.latent.run.RunFailure;
import dev.latent.run.RunFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code papers}: trains the experiments one after the other, in {@code papers-out/}, and puts what came of them into
 * {@code results/papers/} and {@code docs/measurements.md}. One that was broken off goes on from its last checkpoint.
 */
public final class PapersCommand {
    private static final String RESULT = "result.json";

    private final Path scratch;
    private final Options options;
    private final Results results;
    private final PaperDatasets datasets;
    private final Console console;
    private final Provenance provenance = Provenance.here();

    private PapersCommand(Path project, Options options, PrintStream out) {
        this.scratch = project.resolve("papers-out");
        this.options = options;
        this.results = new Results(project);
        this.datasets = PaperDatasets.ofEnvironment(scratch);
        this.console = new Console(out, options.stopping());
    }

    /** Ends the process: 0 when all that was asked for is done, 1 where an experiment failed, 2 for a wrong call. */
    public static void main(String[] arguments) throws IOException, RunFailure {
        quieten();
        try {
            if (arguments.length > 0 && arguments[0].equals("--anomalies")) {
                List<String> others = List.of(arguments).subList(1, arguments.length);
                System.exit(AnomaliesCommand.run(others, Path.of("").toAbsolutePath(), System.out) ? 0 : 1);
            }
            Options options = Options.of(List.of(arguments));
            System.exit(run(options, Path.of("").toAbsolutePath()) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\nusage: " + Options.USAGE);
            System.exit(2);
        }
    }

    private static boolean run(Options options, Path project) throws IOException {
        if (options.onlyTables()) {
            new Results(project).render(Experiments.all());
            new DefaultsResults(project).render();
            return true;
        }
        if (options.ofDefaults()) {
            return new DefaultsCommand(project, options, System.out).run(DefaultTraining.chosen(options.only()));
        }
        return new PapersCommand(project, options, System.out).run(options.chosen(Experiments.all()));
    }

    /** What libraries tell of themselves is not what was asked for. */
    private static void quieten() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private boolean run(List<Experiment> chosen) throws IOException {
        Subnormals.flush();
        boolean all = true;
        for (Experiment experiment : chosen) {
            try {
                run(experiment);
            } catch (RunFailure e) {
                console.line(experiment.id() + " failed: " + e.getMessage());
                all = false;
            }
        }
        return all;
    }

    private void run(Experiment experiment) throws IOException, RunFailure {
        Optional<List<Path>> folders = datasets.folders(experiment.datasets());
        if (folders.isEmpty()) {
            console.skipped(experiment.id(), experiment.datasets());
            return;
        }
        RunFolder folder = new RunFolder(scratch.resolve(experiment.id()));
        ExperimentRun run = new ExperimentRun(
                experiment,
                folder,
                folders.get(),
                scratch.resolve("classifiers"),
                options.stopping(),
                options.threads());
        if (options.fresh() || !run.hasBegun()) {
            Folders.delete(folder.path());
        }
        Outcome outcome = outcome(run, folder.path().resolve(RESULT));
        console.line(experiment.id() + ": " + outcome.title());
        outcome.comparisons().forEach(console::comparison);
        results.write(outcome);
        results.render(Experiments.all());
    }

    /** The one that was found before, under the same conditions, or a new one. */
    private Outcome outcome(ExperimentRun run, Path kept) throws IOException, RunFailure {
        if (Files.exists(kept)) {
            Outcome before = Json.MAPPER.readValue(kept, Outcome.class);
            if (before.isOf(options.stopping())) {
                return before;
            }
        }
        Outcome outcome = run.run(console, provenance);
        Files.write(kept, Json.PRETTY.writeValueAsBytes(outcome));
        return outcome;
    }
}
