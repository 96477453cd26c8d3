package dev.latent.bench;

import dev.latent.family.Json;
import dev.latent.report.MeasurementsSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The reports in {@code bench/}, and the part of {@code docs/measurements.md} that shows them. */
final class Reports {
    private final Path project;

    Reports(Path project) {
        this.project = project;
    }

    void write(Report report) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file(report.part()), Json.PRETTY.writeValueAsString(report) + "\n");
    }

    /** All that was ever measured, in the order of the parts. */
    void render(List<Part> parts) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (Files.exists(file(part.name()))) {
                text.append(Json.MAPPER
                        .readValue(file(part.name()).toFile(), Report.class)
                        .markdown());
            }
        }
        if (!new MeasurementsSection(project, "bench").replace(text.toString())) {
            System.out.println(MeasurementsSection.FILE + " has no place for the figures");
        }
    }

    private Path folder() {
        return project.resolve("bench");
    }

    private Path file(String part) {
        return folder().resolve(part + ".json");
    }
}
