package dev.latent.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.apache.commons.io.input.BoundedInputStream;

/** Input that may only be so long. */
public final class BoundedInput {
    private BoundedInput() {}

    /**
     * @param most bytes that may be read
     * @param exceeded thrown at the read after one byte more
     */
    public static InputStream of(InputStream in, long most, Supplier<? extends RuntimeException> exceeded) {
        try {
            return BoundedInputStream.builder()
                    .setInputStream(in)
                    .setMaxCount(Math.addExact(most, 1))
                    .setOnMaxCount((max, count) -> {
                        throw exceeded.get();
                    })
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException("a stream that is there needs no opening", e);
        }
    }
}
