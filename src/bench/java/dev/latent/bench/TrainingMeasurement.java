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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code TrainingMeasurement DATASET FOUND MODE ONLY PEER}: all of a family's and batch size's figures in a row, so that they can be compared. */
final class TrainingMeasurement {
    private static final List<Integer> BATCH_SIZES = List.of(64, 128);
    private static final List<String> PRECISIONS = List.of("float32", "bfloat16");

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final Path dataset;
    private final Mode mode;
    private final PythonPeer python;
    private final boolean pythonIsThere = PythonPeer.version().isPresent();
    private final TrainingTables tables = new TrainingTables();

    private TrainingMeasurement(Path dataset, Mode mode, PythonPeer python) {
        this.dataset = dataset;
        this.mode = mode;
        this.python = python;
    }

    public static void main(String[] arguments) throws Exception {
        Path dataset = Path.of(arguments[0]);
        Path scratch = dataset.resolveSibling("measurement");
        Files.createDirectories(scratch);
        Mode mode = Mode.valueOf(arguments[2]);
        List<String> only = Arrays.stream(arguments[3].split(","))
                .filter(name -> !name.isEmpty())
                .toList();
        PythonPeer python = new PythonPeer(Path.of(arguments[4]), dataset, scratch, mode);
        TrainingMeasurement measurement = new TrainingMeasurement(dataset, mode, python);
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
        Optional<Spread> peer = python(family, batchSize);
        Map<String, Spread> djl = family.equals("vae") ? djl(batchSize) : Map.of();
        for (String precision : PRECISIONS) {
            Map<String, Spread> ours = jmh(StepBenchmark.class, family, batchSize, precision);
            Map<String, Spread> limit = jmh(LimitBenchmark.class, family, batchSize, precision);
            for (String threads : ours.keySet()) {
                Setting setting = new Setting(family, batchSize, precision, Integer.parseInt(threads));
                tables.step(
                        setting,
                        ours.get(threads),
                        new TrainingTables.Others(peer.orElse(null), djl.get(threads), limit.get(threads)));
            }
        }
    }

    private Optional<Spread> python(String family, int batchSize) throws Exception {
        Setting setting = new Setting(family, batchSize, "float32", 1);
        return pythonIsThere ? python.best(setting, parameters(setting), cores) : Optional.empty();
    }

    private long parameters(Setting setting) throws IOException {
        try (BenchedTraining training = BenchedTraining.open(setting, dataset)) {
            return training.parameters().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private Map<String, Spread> djl(int batchSize) throws Exception {
        return new Jmh(mode)
                .run(
                        DjlVaeBenchmark.class,
                        Map.of(
                                "batchSize", List.of(String.valueOf(batchSize)),
                                "threads", threads(),
                                "dataset", List.of(dataset.toString())),
                        "threads");
    }

    private Map<String, Spread> jmh(Class<?> benchmark, String family, int batchSize, String precision)
            throws Exception {
        return new Jmh(mode)
                .run(
                        benchmark,
                        Map.of(
                                "family", List.of(family),
                                "batchSize", List.of(String.valueOf(batchSize)),
                                "precision", List.of(precision),
                                "threads", threads(),
                                "dataset", List.of(dataset.toString())),
                        "threads");
    }

    /** All cores; and one, where there is time. */
    private List<String> threads() {
        return mode.choose(Stream.of(cores), Stream.of(1, cores))
                .distinct()
                .map(String::valueOf)
                .toList();
    }
}
