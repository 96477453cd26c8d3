package dev.latent.exchange.npy;

import java.io.IOException;
import java.io.InputStream;

/**
 * The entries of a NumPy file in Fortran order, in which the first values of all of them come first. As many are read
 * together as fit into a fixed amount of memory, so a large file is read several times.
 */
final class FortranEntries {
    static final int MOST_BYTES = 32 << 20;

    private final NpyHeader header;
    private final NpyReader.Again again;
    private final int width;
    private final int entryBytes;
    private final int together;
    private final byte[][] block;
    private InputStream in;
    private int next;

    /** @param in behind the header; it is read to its last value first */
    FortranEntries(NpyHeader header, InputStream in, NpyReader.Again again) throws UnreadableNpy {
        this(header, in, again, MOST_BYTES);
    }

    /** @param mostBytes that are held */
    FortranEntries(NpyHeader header, InputStream in, NpyReader.Again again, int mostBytes) throws UnreadableNpy {
        this.header = header;
        this.in = in;
        this.again = again;
        width = header.type().width();
        long bytes = header.rowSize() * width;
        if (bytes > mostBytes) {
            throw new UnreadableNpy("an entry of an array in Fortran order has at most " + mostBytes
                    + " bytes; save numpy.ascontiguousarray(array)");
        }
        entryBytes = (int) bytes;
        together = (int) Math.min(header.shape()[0], mostBytes / Math.max(1, bytes));
        block = new byte[together][];
    }

    /** The next entry's bytes, in C order. */
    byte[] next() throws IOException {
        if (next % together == 0) {
            readBlock(next);
        }
        return block[next++ % together];
    }

    private void readBlock(int from) throws IOException {
        if (from > 0) {
            in = again.open();
            NpyHeader.read(in);
        }
        int count = Math.min(together, header.shape()[0] - from);
        for (int i = 0; i < count; i++) {
            block[i] = new byte[entryBytes];
        }
        try (InputStream rest = from > 0 ? in : InputStream.nullInputStream()) {
            for (int value = 0; value < header.rowSize(); value++) {
                readValue(from, count, cIndex(value));
            }
        }
    }

    /** One value of all entries, of which some are wanted. */
    private void readValue(int from, int count, int index) throws IOException {
        skip((long) from * width);
        byte[] values = in.readNBytes(count * width);
        if (values.length < count * width) {
            throw ended();
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, i * width, block[i], index * width, width);
        }
        skip((long) (header.shape()[0] - from - count) * width);
    }

    private void skip(long bytes) throws IOException {
        try {
            in.skipNBytes(bytes);
        } catch (java.io.EOFException e) {
            throw ended();
        }
    }

    private UnreadableNpy ended() {
        return new UnreadableNpy("the file ends before the " + header.count() + " values that its header announces");
    }

    /** Of an entry's value that is the so-manieth in Fortran order, where the first dimension changes fastest. */
    private int cIndex(int fortranIndex) {
        int[] shape = header.shape();
        int rest = fortranIndex;
        int index = 0;
        int stride = (int) header.rowSize();
        for (int dimension = 1; dimension < shape.length; dimension++) {
            stride /= shape[dimension];
            index += rest % shape[dimension] * stride;
            rest /= shape[dimension];
        }
        return index;
    }
}
