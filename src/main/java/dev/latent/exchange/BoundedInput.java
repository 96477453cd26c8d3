package dev.latent.exchange;

import dev.latent.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may only be so long; a longer one is a {@link Problem} 413 as soon as that is read. */
final class BoundedInput extends FilterInputStream {
    private static final int BYTES_A_VALUE = 64;
    private static final int BYTES_AROUND = 1 << 20;

    private final long most;
    private long left;

    private BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
        left = most;
    }

    /** Room for the values that are expected in any notation, and for what is around them. */
    static InputStream of(InputStream body, ExpectedSamples expected) {
        return new BoundedInput(body, expected.maxValues() * BYTES_A_VALUE + BYTES_AROUND);
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw Problem.tooLarge("The body is longer than " + most + " bytes; send fewer samples at once");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
