package dev.latent.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.apache.commons.io.input.ProxyInputStream;

/** Input that may only be so long: the read that goes beyond fails. */
public final class BoundedInput extends ProxyInputStream {
    private final Supplier<? extends RuntimeException> exceeded;
    private long left;

    /** @param most bytes that may be read */
    public BoundedInput(InputStream in, long most, Supplier<? extends RuntimeException> exceeded) {
        super(in);
        this.left = most;
        this.exceeded = exceeded;
    }

    @Override
    protected void afterRead(int read) {
        count(read);
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long read) {
        left -= Math.max(0, read);
        if (left < 0) {
            throw exceeded.get();
        }
    }

    /** Else what is read twice would count twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
