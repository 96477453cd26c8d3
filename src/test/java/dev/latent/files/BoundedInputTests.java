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
        for (int i = 0; i < 11; i++) {
            in.read();
        }
        assertThatIllegalStateException().isThrownBy(in::read);
    }

    @Test
    void noBoundIsTooLarge() throws IOException {
        assertThat(bounded(3, Long.MAX_VALUE - 1).readAllBytes()).hasSize(3);
    }

    private static InputStream bounded(int bytes, long most) {
        return BoundedInput.of(
                new ByteArrayInputStream(new byte[bytes]), most, () -> new IllegalStateException("too long"));
    }
}
