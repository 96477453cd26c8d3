package dev.latent.bench;

import dev.latent.family.Json;
import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.run.BenchedTraining;
import dev.latent.run.DjlVaeBenchmark;
import dev.latent.run.LimitBenchmark;
import dev.latent.run.Phase;
import dev.latent.run.Setting;
import dev.latent.run.StepBenchmark;
import dev.latent.run.StepBreakdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@code TrainingMeasurement DATASET FOUND MODE ONLY PEER}: all of a family's and batch size's figures together, so that they can be compared. */
final class TrainingMeasurement {
    private static final List<Integer> BATCH_SIZES = List.of(64, 128);
    private static final List<String> PRECISIONS = List.of("float32", "bfloat16");

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Path dataset;
    private final Mode mode;
    private final Iterations iterations;
    private final PythonPeer python;
    private final LibtorchPeer libtorch;
    private final boolean pythonIsThere = PythonPeer.version().isPresent();
    private final TrainingTables tables;

    private TrainingMeasurement(Path dataset, Mode mode, PythonPeer python, LibtorchPeer libtorch) {
        this.dataset = dataset;
        this.mode = mode;
        this.iterations = mode.choose(new Iterations(4, 8, 0.5), new Iterations(8, 12, 0.5));
        this.python = python;
        this.libtorch = libtorch;
        this.tables = new TrainingTables(threads());
    }

    public static void main(String[] arguments) throws Exception {
        Path dataset = Path.of(arguments[0]);
        Path scratch = dataset.resolveSibling("measurement");
        Files.createDirectories(scratch);
        Mode mode = Mode.valueOf(arguments[2]);
        List<String> only = Arrays.stream(arguments[3].split(","))
                .filter(name -> !name.isEmpty())
                .toList();
        LibtorchPeer libtorch = new LibtorchPeer(dataset, scratch);
        PythonPeer python = new PythonPeer(Path.of(arguments[4]), dataset, scratch);
        TrainingMeasurement measurement = new TrainingMeasurement(dataset, mode, python, libtorch);
        for (ModelFamily<?> family : ModelFamilies.all()) {
            if (only.isEmpty() || only.contains(family.id())) {
                measurement.measure(family.id(), scratch);
            }
        }
        Files.writeString(Path.of(arguments[1]), Json.MAPPER.writeValueAsString(measurement.tables.all()));
    }

    private void measure(String family, Path scratch) throws Exception {
        for (int batchSize : BATCH_SIZES) {
            steps(family, batchSize);
        }
        for (String precision : PRECISIONS) {
            Setting setting = new Setting(family, BATCH_SIZES.get(1), precision, cores);
            Map<Phase, Double> phases = new EnumMap<>(StepBreakdown.measure(setting, dataset, scratch));
            tables.breakdown(setting, phases);
        }
    }

    private void steps(String family, int batchSize) throws Exception {
        Map<String, Series> found = new LinkedHashMap<>();
        for (int round = 0; round < mode.choose(1, 3); round++) {
            parties(family, batchSize).inTurn().forEach((name, series) -> found.merge(name, series, Series::then));
        }
        for (int threads : threads()) {
            for (String precision : PRECISIONS) {
                Setting setting = new Setting(family, batchSize, precision, threads);
                tables.step(
                        setting,
                        found.get(name("ours", setting)),
                        new TrainingTables.Others(
                                found.get("python " + threads),
                                found.get("libtorch " + threads),
                                found.get("djl " + threads),
                                found.get(name("limit", setting))));
            }
        }
    }

    private Parties parties(String family, int batchSize) throws IOException {
        Parties parties = new Parties();
        for (int threads : threads()) {
            peers(new Setting(family, batchSize, "float32", threads), parties);
            if (family.equals("vae")) {
                parties.add(
                        "djl " + threads,
                        turns -> Jmh.run(
                                DjlVaeBenchmark.class,
                                Map.of(
                                        "batchSize", batchSize,
                                        "threads", threads,
                                        "turns", turns,
                                        "dataset", dataset),
                                iterations));
            }
            for (String precision : PRECISIONS) {
                Setting setting = new Setting(family, batchSize, precision, threads);
                parties.add(name("ours", setting), turns -> jmh(StepBenchmark.class, setting, turns));
                parties.add(name("limit", setting), turns -> jmh(LimitBenchmark.class, setting, turns));
            }
        }
        return parties;
    }

    /** The same steps on as many threads. */
    private void peers(Setting setting, Parties parties) throws IOException {
        long parameters = parameters(setting);
        if (pythonIsThere) {
            parties.add("python " + setting.threads(), turns -> python.run(setting, parameters, iterations, turns));
        }
        if (LibtorchPeer.isThere()) {
            parties.add("libtorch " + setting.threads(), turns -> libtorch.run(setting, parameters, iterations, turns));
        }
    }

    private static String name(String what, Setting setting) {
        return what + " " + setting.precision() + " " + setting.threads();
    }

    private long parameters(Setting setting) throws IOException {
        try (BenchedTraining training = BenchedTraining.open(setting, dataset)) {
            return training.parameters().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private Series jmh(Class<?> benchmark, Setting setting, int turns) throws Exception {
        return Jmh.run(
                benchmark,
                Map.of(
                        "family", setting.family(),
                        "batchSize", setting.batchSize(),
                        "precision", setting.precision(),
                        "threads", setting.threads(),
                        "turns", turns,
                        "dataset", dataset),
                iterations);
    }

    /** All cores; and one, where there is time. */
    private int[] threads() {
        return mode.choose(IntStream.of(cores), IntStream.of(1, cores).distinct())
                .toArray();
    }
}
