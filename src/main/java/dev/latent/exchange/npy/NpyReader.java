package dev.latent.exchange.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a NumPy file entry by entry along its first dimension, so that what its header says never decides how much
 * memory is taken. Entries are in C order, whichever the file is in.
 */
public final class NpyReader {
    private final InputStream in;
    private final NpyHeader header;
    private final @Nullable FortranEntries fortran;
    private long read;

    /** @param again the same file from its start, which one in Fortran order may need several times */
    public NpyReader(InputStream in, Again again) throws IOException {
        this.in = in;
        header = NpyHeader.read(in);
        fortran = header.fortran() ? new FortranEntries(header, in, again) : null;
    }

    /** Opens a file once more. */
    public interface Again {
        InputStream open() throws IOException;
    }

    public NpyHeader header() {
        return header;
    }

    /**
     * The next entry.
     *
     * @param offsets what each of its values is told as a difference to, exactly; null for 0
     * @throws UnreadableNpy if the file ends before
     */
    public double[] next(double @Nullable [] offsets) throws IOException {
        int count = Math.toIntExact(header.rowSize());
        ByteBuffer bytes = ByteBuffer.wrap(fortran == null ? bytes(count) : fortran.next())
                .order(header.type().order());
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = header.type().difference(bytes, i * header.type().width(), offsets == null ? 0 : offsets[i]);
        }
        return values;
    }

    private byte[] bytes(int count) throws IOException {
        int width = header.type().width();
        byte[] bytes = in.readNBytes(Math.multiplyExact(count, width));
        read += bytes.length / width;
        if (bytes.length < count * width) {
            throw new UnreadableNpy("the header announces " + header.count() + " values, the file ends after " + read);
        }
        return bytes;
    }

    /** @throws UnreadableNpy if something follows the values */
    public void requireEnd() throws IOException {
        if (in.read() >= 0) {
            throw new UnreadableNpy(
                    "the file goes on after the " + header.count() + " values that its header announces");
        }
    }
}
