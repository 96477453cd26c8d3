package dev.latent.papers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.Json;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.QualityCard;
import dev.latent.quality.card.Table;
import dev.latent.report.MeasurementsSection;
import dev.latent.report.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTests {
    private static final Experiment GAN = Experiments.all().get(1);

    @TempDir
    Path project;

    @Test
    void anOutcomeIsKeptWithItsCurve() throws IOException {
        new Results(project).write(outcome());

        Path folder = project.resolve("results").resolve("papers");
        assertThat(Json.MAPPER.readValue(folder.resolve("gan.json"), Outcome.class))
                .isEqualTo(outcome());
        assertThat(Files.readAllBytes(folder.resolve("gan.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void theDocumentTellsOurFigureBesideThePapers() throws IOException {
        Path file = measurements("before\n<!-- papers:begin -->\nold\n<!-- papers:end -->\nafter\n");
        Results results = new Results(project);

        results.write(outcome());
        results.render(List.of(GAN));

        assertThat(Files.readString(file))
                .startsWith("before\n<!-- papers:begin -->\n| experiment |")
                .endsWith("<!-- papers:end -->\nafter\n")
                .doesNotContain("old")
                .contains(
                        "| parzenLogLikelihood | 227.1 ± 1.9 | 225 ± 2 | as many training samples 241 | 10,000 | 2 (3) | 4 |")
                .contains("| masking | 0.5 | 9.5 | 18.25 | 11 | 12 |");
    }

    @Test
    void aDocumentWithoutAPlaceForThemIsLeftAlone() throws IOException {
        Path file = measurements("text");
        Results results = new Results(project);

        results.write(outcome());
        results.render(List.of(GAN));

        assertThat(Files.readString(file)).isEqualTo("text");
    }

    private Path measurements(String text) throws IOException {
        Files.createDirectories(project.resolve("docs"));
        return Files.writeString(project.resolve(MeasurementsSection.FILE), text);
    }

    private static Outcome outcome() {
        Figure figure = new Figure(
                "parzenLogLikelihood",
                227.06,
                1.9,
                Figure.Better.HIGHER,
                10_000,
                1,
                "nats",
                new Figure.Reference(241, "as many training samples"));
        return new Outcome(
                "gan",
                "a GAN",
                "gan",
                List.of(),
                Json.MAPPER.createObjectNode(),
                100,
                1,
                "train",
                1,
                20,
                45,
                4.1,
                3,
                2,
                "parzenLogLikelihood",
                List.of(
                        new ValidationPoint(1, 100, 60),
                        new ValidationPoint(2, 230, 120),
                        new ValidationPoint(3, 220, 246)),
                List.of(new Comparison(figure, "225 ± 2")),
                card(figure),
                new Provenance("abc", "a processor", 2, "17", "Linux", Instant.EPOCH));
    }

    private static QualityCard card(Figure figure) {
        Table noise = new Table(
                "denoising",
                10_000,
                1,
                "means",
                List.of("kind", "level", "psnrNoisy", "psnrDenoised", "psnrMedian", "psnrBlur"),
                List.of(List.of("masking", 0.5, 9.5, 18.25, 11.0, 12.0)));
        return new QualityCard(
                1,
                "gan",
                List.of(),
                10_000,
                1,
                "test",
                Instant.EPOCH,
                "test",
                1,
                null,
                List.of(figure),
                List.of(noise),
                List.of());
    }
}
