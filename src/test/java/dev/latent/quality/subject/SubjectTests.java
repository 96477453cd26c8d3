package dev.latent.quality.subject;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Weights;
import dev.latent.quality.data.Part;
import dev.latent.quality.measurement.Subjects;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class SubjectTests {
    private static final SampleShape.Image COLOUR = new SampleShape.Image(3, 64, 64);

    @TempDir
    Path folder;

    @Test
    void noMoreSamplesAreGeneratedThanFitIntoMemory(NDManager manager) throws IOException {
        try (Dataset dataset = Dataset.open(write())) {
            Subject subject = Subjects.of(new Black(), List.of(dataset), folder, manager);

            assertThat(subject.generated(100_000, 1).count()).isEqualTo(Part.fitting(COLOUR));
        }
    }

    @Test
    void whoAsksForFewerGetsTheFirstOfThem(NDManager manager) throws IOException {
        try (Dataset dataset = Dataset.open(write())) {
            Subject subject = Subjects.of(new Black(), List.of(dataset), folder, manager);
            subject.generated(20, 1);

            assertThat(subject.generated(7, 1).count()).isEqualTo(7);
        }
    }

    private Path write() throws IOException {
        Path path = folder.resolve("colour");
        DatasetLayout layout = new DatasetLayout("colour", COLOUR, null, ValueType.UINT8, "test");
        try (DatasetWriter writer = DatasetWriter.create(path, layout)) {
            writer.add(Split.TRAIN, new byte[COLOUR.size()], null);
            writer.finish();
        }
        return path;
    }

    private record Black() implements GenerativeModel, Generates {
        @Override
        public Map<String, Weights> networks() {
            return Map.of();
        }

        @Override
        public Map<String, LayerDescription> structure() {
            return Map.of();
        }

        @Override
        public int latentDimension() {
            return 1;
        }

        @Override
        public NDArray generate(NDArray z, @Nullable NDArray labels) {
            return z.getManager().zeros(new Shape(z.getShape().get(0), 3, 64, 64));
        }
    }
}
