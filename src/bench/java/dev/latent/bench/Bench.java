package dev.latent.bench;

import dev.latent.report.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code Bench PARTS|all quick|full ONLY}: measures, writes {@code bench/PART.json} and renders the tables of {@code docs/measurements.md}. */
final class Bench {
    private static final List<Part> PARTS = List.of(
            new TrainingPart(),
            new DataPart(),
            new InferencePart(),
            new StreamPart(),
            new GrowthPart(),
            new StartPart(),
            new SoakPart());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Set<String> wanted = names(arguments[0]);
        Mode mode = Mode.of(arguments[1]);
        Set<String> only = arguments.length > 2 ? names(arguments[2]) : Set.of();
        Provenance atStart = Provenance.here();
        Reports reports = new Reports(Path.of("").toAbsolutePath());
        for (Part part : PARTS) {
            if (wanted.contains(part.name())
                    || wanted.contains("all") && !part.name().equals("soak")) {
                measure(part, mode, only, Machine.here(atStart), reports);
            }
        }
        reports.render(PARTS);
    }

    private static void measure(Part part, Mode mode, Set<String> only, Machine machine, Reports reports)
            throws Exception {
        System.out.println("== " + part.name() + ", " + mode + " on " + machine);
        Path scratch = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
        try {
            List<Table> tables = part.measure(new Setup(mode, only, scratch.toAbsolutePath())).stream()
                    .filter(Table::hasRows)
                    .toList();
            Report report = new Report(part.name(), mode, machine, tables);
            System.out.println(report.markdown());
            reports.write(report);
        } finally {
            delete(scratch);
        }
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",")).filter(name -> !name.isBlank()).collect(Collectors.toSet());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
