package dev.latent.papers.anomaly;

import dev.latent.files.Folders;
import dev.latent.nn.engine.Subnormals;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.report.Provenance;
import dev.latent.run.RunFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code papers --anomalies [--seeds 5] [--only letter,wine] [--families denoising-autoencoder]}: trains families with
 * their defaults on half of the normal rows of each table, and tells how well they find the anomalies among the others.
 */
public final class AnomaliesCommand {
    public static final String VARIABLE = "LATENT_TABLES_DIRECTORY";

    private static final String USAGE =
            "papers --anomalies [--seeds 5] [--only TABLE,…] [--families denoising-autoencoder,…]";
    private static final List<Peer> PEERS =
            List.of(new NearestNeighbours(5), new LinearCode(0.9), new IsolationForest());
    private static final int THREADS = 1;

    private final AnomalyResults results;
    private final Path scratch;
    private final List<String> families;
    private final PrintStream out;
    private final Provenance provenance = Provenance.here();

    private AnomaliesCommand(Path project, List<String> families, PrintStream out) {
        this.results = new AnomalyResults(project);
        this.scratch = project.resolve("papers-out").resolve("anomalies");
        this.families = families;
        this.out = out;
    }

    /** @return whether it was done, or had nothing to do @throws IllegalArgumentException for a wrong call */
    public static boolean run(List<String> arguments, Path project, PrintStream out) throws IOException, RunFailure {
        String directory = System.getenv(VARIABLE);
        if (directory == null || !Files.isDirectory(Path.of(directory))) {
            out.println("skipped: " + VARIABLE
                    + " names no folder of tables (NPZ files with X and y, as ADBench has them)");
            return true;
        }
        List<String> only = List.of(value(arguments, "--only", "").split(","));
        List<String> families =
                List.of(value(arguments, "--families", "denoising-autoencoder").split(","));
        int seeds = Integer.parseInt(value(arguments, "--seeds", "5"));
        AnomaliesCommand command = new AnomaliesCommand(project, families, out);
        for (int seed = 1; seed <= seeds; seed++) {
            for (Path file : tables(Path.of(directory), only)) {
                command.measure(file, seed);
            }
        }
        return true;
    }

    private static String value(List<String> arguments, String option, String otherwise) {
        if (arguments.size() % 2 != 0
                || !arguments.stream().filter(it -> it.startsWith("--")).allMatch(USAGE::contains)) {
            throw new IllegalArgumentException("usage: " + USAGE);
        }
        int at = arguments.indexOf(option);
        return at < 0 ? otherwise : arguments.get(at + 1);
    }

    private static List<Path> tables(Path directory, List<String> only) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".npz"))
                    .filter(file -> only.equals(List.of(""))
                            || only.contains(file.getFileName().toString().replace(".npz", "")))
                    .sorted()
                    .toList();
        }
    }

    private void measure(Path file, long seed) throws IOException, RunFailure {
        LabelledTable table = LabelledTable.read(file);
        if (Files.exists(results.file(table.name(), seed))) {
            return;
        }
        Subnormals.flush();
        TensorEngine.start();
        TableSplit split = TableSplit.of(table, seed);
        Map<String, Double> area = new LinkedHashMap<>();
        Map<String, Double> falseAlarms = new LinkedHashMap<>();
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (String family : families) {
            long start = System.nanoTime();
            TrainedFamily.Outcome outcome = new TrainedFamily(family, scratch, THREADS).train(split, seed);
            area.put(family, RocAuc.of(outcome.normal(), outcome.anomalies()));
            falseAlarms.put(family, above(outcome.normal(), outcome.threshold()));
            seconds.put(family, Math.round((System.nanoTime() - start) / 1e8) / 10.0);
        }
        for (Peer peer : PEERS) {
            area.put(
                    peer.name(),
                    RocAuc.of(
                            peer.scores(split.training(), split.normal(), seed),
                            peer.scores(split.training(), split.anomalies(), seed)));
        }
        out.println(table.name() + " " + seed + " " + area + " false alarms " + falseAlarms + " seconds " + seconds);
        results.write(result(table, split, seed, area, falseAlarms, seconds));
        results.render();
        Folders.delete(scratch);
    }

    private AnomalyResult result(
            LabelledTable table,
            TableSplit split,
            long seed,
            Map<String, Double> area,
            Map<String, Double> falseAlarms,
            Map<String, Double> seconds) {
        return new AnomalyResult(
                table.name(),
                seed,
                split.training().length,
                split.columns(),
                split.normal().length,
                split.anomalies().length,
                area,
                falseAlarms,
                seconds,
                provenance.now());
    }

    private static double above(double[] scores, double threshold) {
        return Arrays.stream(scores).filter(score -> score > threshold).count() / (double) scores.length;
    }
}
