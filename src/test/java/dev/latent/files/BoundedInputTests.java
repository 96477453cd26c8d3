package dev.latent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedInputTests {
    @Test
    void inputMayBeAsLongAsItsBound() throws IOException {
        assertThat(bounded(10, 10).readAllBytes()).hasSize(10);
    }

    @Test
    void longerInputIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> bounded(11, 10).readAllBytes());
    }

    @Test
    void longerInputIsRefusedByteByByte() throws IOException {
        InputStream in = bounded(12, 10);
        for (int i = 0; i < 10; i++) {
            in.read();
        }
        assertThatIllegalStateException().isThrownBy(in::read);
    }

    @Test
    void whatIsSkippedCounts() throws IOException {
        InputStream in = bounded(12, 10);
        assertThat(in.skip(10)).isEqualTo(10);
        assertThatIllegalStateException().isThrownBy(() -> in.skip(1));
    }

    @Test
    void noBoundIsTooLarge() throws IOException {
        assertThat(bounded(3, Long.MAX_VALUE).readAllBytes()).hasSize(3);
    }

    private static InputStream bounded(int bytes, long most) {
        return new BoundedInput(
                new ByteArrayInputStream(new byte[bytes]), most, () -> new IllegalStateException("too long"));
    }
}
