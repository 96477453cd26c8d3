package dev.latent.papers;

import dev.latent.family.Json;
import dev.latent.quality.CurvePicture;
import dev.latent.report.MeasurementsSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** {@code results/papers/}: a JSON file and the curve of each experiment; and the part of {@code docs/measurements.md} that tells of them. */
final class Results {
    private final Path project;

    Results(Path project) {
        this.project = project;
    }

    void write(Outcome outcome) throws IOException {
        Files.createDirectories(folder());
        Files.writeString(file(outcome.experiment()), Json.PRETTY.writeValueAsString(outcome) + "\n");
        Files.write(folder().resolve(outcome.experiment() + ".png"), curve(outcome));
    }

    private static byte[] curve(Outcome outcome) throws IOException {
        return CurvePicture.draw(
                outcome.experiment(),
                "%s on the validation split by epoch; epoch %s was measured"
                        .formatted(outcome.validation(), Comparison.text(outcome.bestEpoch())),
                outcome.validation(),
                column(outcome, ValidationPoint::epoch),
                column(outcome, ValidationPoint::value));
    }

    private static double[] column(Outcome outcome, ToDoubleFunction<ValidationPoint> value) {
        return outcome.curve().stream().mapToDouble(value).toArray();
    }

    /** Puts all that there are into {@code docs/measurements.md}, in the order of the experiments. */
    void render(List<Experiment> experiments) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Experiment experiment : experiments) {
            if (Files.exists(file(experiment.id()))) {
                outcomes.add(Json.MAPPER.readValue(file(experiment.id()), Outcome.class));
            }
        }
        new MeasurementsSection(project, "papers").replace(new ResultTable(outcomes).markdown());
    }

    private Path folder() {
        return project.resolve("results").resolve("papers");
    }

    private Path file(String experiment) {
        return folder().resolve(experiment + ".json");
    }
}
