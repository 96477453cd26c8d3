package dev.latent.papers;

import dev.latent.family.Json;
import dev.latent.report.MeasurementsSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code results/defaults/}: a JSON file of each training; and the part of {@code docs/measurements.md} that tells of them. */
final class DefaultsResults {
    private final Path project;

    DefaultsResults(Path project) {
        this.project = project;
    }

    Path file(DefaultTraining training) {
        return project.resolve("results").resolve("defaults").resolve(training.id() + ".json");
    }

    DefaultOutcome read(DefaultTraining training) throws IOException {
        return Json.MAPPER.readValue(file(training), DefaultOutcome.class);
    }

    void write(DefaultTraining training, DefaultOutcome outcome) throws IOException {
        Files.createDirectories(file(training).getParent());
        Files.writeString(file(training), Json.PRETTY.writeValueAsString(outcome) + "\n");
    }

    /** Puts all that there are into {@code docs/measurements.md}. */
    void render() throws IOException {
        List<DefaultOutcome> outcomes = new ArrayList<>();
        for (DefaultTraining training : DefaultTraining.all()) {
            if (Files.exists(file(training))) {
                outcomes.add(read(training));
            }
        }
        new MeasurementsSection(project, "defaults").replace(new DefaultsTable(outcomes).markdown());
    }
}
