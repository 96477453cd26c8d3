package dev.latent.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.quality.data.Part;
import dev.latent.quality.measurement.CopyingGenerator;
import dev.latent.quality.measurement.Subjects;
import dev.latent.quality.measurement.TinyDatasets;
import dev.latent.quality.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class ValidationFigureTests {
    @TempDir
    Path folder;

    @Test
    void aFigureIsTakenOnTheValidationSplit(NDManager manager) throws Exception {
        try (Dataset dataset = Dataset.open(TinyDatasets.halves(folder, "halves"))) {
            double ofItself = taken(dataset, Split.VALIDATION, manager);
            double ofTest = taken(dataset, Split.TEST, manager);

            assertThat(ofItself).isGreaterThan(ofTest + 10);
        }
    }

    @Test
    void whatAModelCannotBeMeasuredByIsSaid(NDManager manager) throws Exception {
        try (Dataset dataset = Dataset.open(TinyDatasets.unlabelled(folder))) {
            Subject subject = subject(dataset, Split.TEST, manager);

            assertThatIOException().isThrownBy(() -> ValidationFigure.NEGATIVE_ELBO.measure(subject, 1));
        }
    }

    /** Of a model that copies a split. */
    private double taken(Dataset dataset, Split copied, NDManager manager) throws Exception {
        return ValidationFigure.PARZEN_LOG_LIKELIHOOD.measure(subject(dataset, copied, manager), 1);
    }

    private Subject subject(Dataset dataset, Split copied, NDManager manager) {
        Part part = Part.of(dataset, copied);
        CopyingGenerator model = new CopyingGenerator(part.array(manager, part.some(120, 1)), 2);
        return Subjects.of(model, List.of(dataset), folder, manager, ValidationFigure.HELD_OUT, null);
    }
}
