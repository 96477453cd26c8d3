package dev.latent.bench;

import dev.latent.family.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The reports in {@code bench/}, and the README's part that shows them. */
final class Reports {
    private static final String BEGIN = "<!-- bench:begin -->";
    private static final String END = "<!-- bench:end -->";

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
        splice(text.toString());
    }

    private void splice(String text) throws IOException {
        Path readme = project.resolve("README.md");
        String old = Files.exists(readme) ? Files.readString(readme) : "";
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            System.out.println("README.md has no place for the figures: " + BEGIN + " … " + END);
            return;
        }
        Files.writeString(readme, old.substring(0, begin + BEGIN.length()) + "\n" + text + old.substring(end));
    }

    private Path folder() {
        return project.resolve("bench");
    }

    private Path file(String part) {
        return folder().resolve(part + ".json");
    }
}
