package dev.latent.quality.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.quality.measurement.TinyDatasets;
import dev.latent.sample.SampleShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class PartTests {
    @TempDir
    Path folder;

    @Test
    void piecesAreAllSamplesInOrder(NDManager manager) throws Exception {
        try (Dataset dataset = Dataset.open(TinyDatasets.halves(folder, "halves"))) {
            Part test = Part.of(dataset, Split.TEST);
            List<float[]> pieces = new ArrayList<>();

            test.forEachPiece(70, manager, piece -> pieces.add(piece.toFloatArray()));

            assertThat(pieces)
                    .containsExactly(
                            values(test, 0, 70, manager),
                            values(test, 70, 140, manager),
                            values(test, 140, 150, manager));
        }
    }

    @Test
    void colouredImagesOf64PixelsASideAreHeldByTheThousand() {
        assertThat(Part.fitting(SampleShape.of(3, 64, 64))).isEqualTo(5461);
    }

    private static float[] values(Part part, int from, int to, NDManager manager) {
        return part.array(manager, IntStream.range(from, to).toArray()).toFloatArray();
    }
}
