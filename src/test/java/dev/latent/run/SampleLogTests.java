package dev.latent.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.nn.engine.Safetensors;
import dev.latent.nn.engine.Safetensors.Tensor;
import dev.latent.nn.engine.Safetensors.Type;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleLogTests {
    private static final Tensor SAMPLES = new Tensor(Type.U8, new long[] {1, 2}, ByteBuffer.allocate(2));

    @TempDir
    Path folder;

    private SampleLog log;

    @BeforeEach
    void writeThreeMoments() throws IOException {
        log = SampleLog.in(folder);
        for (long step : new long[] {5, 10, 15}) {
            log.add(step, SAMPLES);
        }
    }

    @Test
    void whatLiesAfterAStepIsDropped() throws IOException {
        log.keepUntil(10);

        assertThat(log.read()).containsOnlyKeys(5L, 10L);
    }

    @Test
    void fromTheFirstStepNothingIsKept() throws IOException {
        log.keepUntil(0);

        assertThat(log.exists()).isFalse();
    }

    @Test
    void itIsFullAfterAHundredMoments() throws IOException {
        for (long step = 20; step < 500; step += 5) {
            log.add(step, SAMPLES);
        }
        assertThat(log.isFull()).isFalse();

        log.add(500, SAMPLES);

        assertThat(log.isFull()).isTrue();
    }

    @Test
    void itIsFullWhereOneMoreMomentWouldBeTooMuch() throws IOException {
        int size = (int) (SampleLog.MOST_BYTES / 2);
        Files.delete(log.file());
        Tensor half = new Tensor(Type.U8, new long[] {1, size}, ByteBuffer.allocate(size));
        log.add(5, half);
        assertThat(log.isFull()).isFalse();

        log.add(10, half);

        assertThat(log.isFull()).isTrue();
    }

    @Test
    void aDamagedLogIsBegunAnew() throws IOException {
        Files.write(log.file(), new byte[] {1, 2, 3});

        log.keepUntil(10);
        log.add(15, SAMPLES);

        assertThat(log.read()).containsOnlyKeys(15L);
    }

    @Test
    void aLogOfSomethingElseThanStepsIsRefused() throws IOException {
        Files.delete(log.file());
        Safetensors.write(log.file(), Map.of("first", SAMPLES), Map.of());

        assertThatThrownBy(log::read).isInstanceOf(IOException.class).hasMessageContaining("'first'");
    }

    @Test
    void aLogThatIsLargerThanARunMakesItIsNotRead() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.file().toFile(), "rw")) {
            file.setLength(2 * SampleLog.MOST_BYTES);
        }

        assertThatThrownBy(log::read).isInstanceOf(IOException.class).hasMessageContaining("larger than");
    }
}
