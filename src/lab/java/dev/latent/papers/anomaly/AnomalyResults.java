package dev.latent.papers.anomaly;

import dev.latent.family.Json;
import dev.latent.report.MeasurementsSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code results/anomalies/}: a JSON file of each table and seed; and the part of {@code docs/measurements.md} that tells of them. */
record AnomalyResults(Path project) {
    Path file(String table, long seed) {
        return folder().resolve(table + "-" + seed + ".json");
    }

    private Path folder() {
        return project.resolve("results").resolve("anomalies");
    }

    void write(AnomalyResult result) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file(result.table(), result.seed()), Json.PRETTY.writeValueAsString(result) + "\n");
    }

    void render() throws IOException {
        List<AnomalyResult> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                results.add(Json.MAPPER.readValue(file, AnomalyResult.class));
            }
        }
        new MeasurementsSection(project, "anomalies").replace(new AnomalyTable(results).markdown());
    }
}
