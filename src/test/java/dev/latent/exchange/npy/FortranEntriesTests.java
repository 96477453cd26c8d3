package dev.latent.exchange.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.dataset.source.NpyBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class FortranEntriesTests {
    /** Five entries of the values n, 10 + n, 20 + n. */
    private static final byte[] FILE =
            NpyBytes.fortran("|u1", "(5, 3)", new byte[] {0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24});

    @Test
    void aFileThatIsLargerThanTheMemoryForItIsReadSeveralTimes() throws IOException {
        FortranEntries entries = entries(FILE, 6);

        for (int n = 0; n < 5; n++) {
            assertThat(entries.next()).containsExactly(n, 10 + n, 20 + n);
        }
    }

    @Test
    void aFileThatEndsTooEarlyIsRefused() throws IOException {
        FortranEntries entries = entries(NpyBytes.fortran("|u1", "(5, 3)", new byte[14]), 100);

        assertThatThrownBy(entries::next)
                .isInstanceOf(UnreadableNpy.class)
                .hasMessageContaining("the file ends before the 15 values");
    }

    @Test
    void anEntryThatIsLargerThanTheMemoryIsRefused() {
        assertThatThrownBy(() -> entries(FILE, 2)).hasMessageContaining("save numpy.ascontiguousarray(array)");
    }

    private static FortranEntries entries(byte[] file, int mostBytes) throws IOException {
        InputStream in = new ByteArrayInputStream(file);
        return new FortranEntries(NpyHeader.read(in), in, () -> new ByteArrayInputStream(file), mostBytes);
    }
}
