package dev.latent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementsSectionTests {
    @TempDir
    Path project;

    @Test
    void onlyWhatStandsBetweenTheMarkersIsReplaced() throws IOException {
        Path file = measurements("before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n");

        assertThat(new MeasurementsSection(project, "bench").replace("new\n")).isTrue();

        assertThat(file).hasContent("before\n<!-- bench:begin -->\nnew\n<!-- bench:end -->\nafter\n");
    }

    @Test
    void aFileWithoutThisSectionIsLeftAlone() throws IOException {
        Path file = measurements("<!-- papers:begin -->\n<!-- papers:end -->\n");

        assertThat(new MeasurementsSection(project, "bench").replace("new\n")).isFalse();

        assertThat(file).hasContent("<!-- papers:begin -->\n<!-- papers:end -->\n");
    }

    private Path measurements(String text) throws IOException {
        Files.createDirectories(project.resolve("docs"));
        return Files.writeString(project.resolve(MeasurementsSection.FILE), text);
    }
}
