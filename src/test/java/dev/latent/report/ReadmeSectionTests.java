package dev.latent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeSectionTests {
    @TempDir
    Path project;

    @Test
    void onlyWhatStandsBetweenTheMarkersIsReplaced() throws IOException {
        Path readme = readme("before\n<!-- bench:begin -->\nold\n<!-- bench:end -->\nafter\n");

        assertThat(new ReadmeSection(readme, "bench").replace("new\n")).isTrue();

        assertThat(readme).hasContent("before\n<!-- bench:begin -->\nnew\n<!-- bench:end -->\nafter\n");
    }

    @Test
    void aReadmeWithoutThisSectionIsLeftAlone() throws IOException {
        Path readme = readme("<!-- papers:begin -->\n<!-- papers:end -->\n");

        assertThat(new ReadmeSection(readme, "bench").replace("new\n")).isFalse();

        assertThat(readme).hasContent("<!-- papers:begin -->\n<!-- papers:end -->\n");
    }

    private Path readme(String text) throws IOException {
        return Files.writeString(project.resolve("README.md"), text);
    }
}
