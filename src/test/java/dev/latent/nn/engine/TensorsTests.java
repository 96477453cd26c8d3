package dev.latent.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.EngineTest;
import dev.latent.nn.engine.Safetensors.MalformedFileException;
import dev.latent.nn.engine.Safetensors.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class TensorsTests {
    @TempDir
    Path folder;

    @Test
    void tensorsComeBackWhateverTheirLayout(NDManager manager) throws IOException {
        NDArray rows = manager.randomNormal(new Shape(2, 3, 4, 5));
        NDArray image = NativeOperations.channelsLast(rows);
        NDArray target = NativeOperations.channelsLast(manager.zeros(new Shape(2, 3, 4, 5)));
        Path file = folder.resolve("a");

        Tensors.save(file, Map.of("image", image));
        Tensors.load(file, Map.of("image", target));

        assertThat(NativeOperations.rowMajor(target).toFloatArray()).containsExactly(rows.toFloatArray());
        assertThat(Safetensors.read(file).get("image").data().getFloat(4)).isEqualTo(rows.getFloat(0, 0, 0, 1));
    }

    @Test
    void countsStayWhole(NDManager manager) throws IOException {
        NDArray target = manager.zeros(new Shape(1), ai.djl.ndarray.types.DataType.INT64);
        Path file = folder.resolve("a");

        Tensors.save(file, Map.of("n", manager.create(new long[] {1L << 60})), Type.F16, Map.of());
        Tensors.load(file, Map.of("n", target));

        assertThat(target.toLongArray()).containsExactly(1L << 60);
    }

    @Test
    void bytesTakeABytePerValue(NDManager manager) throws IOException {
        Path file = folder.resolve("a");

        Safetensors.write(
                file, Map.of("x", Tensors.tensor(manager.create(new float[] {0, 127, 255}), Type.U8)), Map.of());

        Safetensors.Tensor stored = Safetensors.read(file).get("x");
        assertThat(stored.data().remaining()).isEqualTo(3);
        assertThat(Tensors.array(manager, stored).toUint8Array()).containsExactly(0, 127, 255);
    }

    @Test
    void halfPrecisionTakesHalfTheBytesAndThreeDigits(NDManager manager) throws IOException {
        NDArray target = manager.zeros(new Shape(2));
        Path file = folder.resolve("a");

        Tensors.save(file, Map.of("w", manager.create(new float[] {0.1234567f, -300.3f})), Type.F16, Map.of());
        Tensors.load(file, Map.of("w", target));

        assertThat(Safetensors.read(file).get("w").data().remaining()).isEqualTo(4);
        assertThat(target.toFloatArray()).containsExactly(new float[] {0.1234567f, -300.3f}, within(0.2f));
        assertThat(target.getFloat(0)).isCloseTo(0.1234567f, within(1e-4f));
    }

    @Test
    void weightsOfOtherNamesOrShapesAreRefusedAndNothingIsOverwritten(NDManager manager) throws IOException {
        Path file = folder.resolve("a");
        Tensors.save(file, Map.of("a", manager.ones(new Shape(2)), "b", manager.ones(new Shape(3))));
        NDArray a = manager.zeros(new Shape(2));
        NDArray flat = manager.zeros(new Shape(1, 3));

        assertThatThrownBy(() -> Tensors.load(file, Map.of("a", a, "b", flat)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("tensor b has shape [3]");
        assertThatThrownBy(() -> Tensors.load(file, Map.of("a", a))).isInstanceOf(MalformedFileException.class);
        assertThatThrownBy(() -> Tensors.load(file, Map.of("a", a, "c", flat)))
                .isInstanceOf(MalformedFileException.class);
        assertThat(a.toFloatArray()).containsExactly(0, 0);
    }
}
