package dev.latent.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads the values of a NumPy file piece by piece, so that what its header says never decides how much memory is taken. */
public final class NpyReader {
    private final InputStream in;
    private final NpyHeader header;
    private long read;

    public NpyReader(InputStream in) throws IOException {
        this.in = in;
        header = NpyHeader.read(in);
    }

    public NpyHeader header() {
        return header;
    }

    /** The next values, as many as asked for. @throws UnreadableNpy if the file ends before */
    public double[] next(int count) throws IOException {
        int width = header.type().width();
        byte[] bytes = in.readNBytes(Math.multiplyExact(count, width));
        read += bytes.length / width;
        if (bytes.length < count * width) {
            throw new UnreadableNpy("the header announces " + header.count() + " values, the file ends after " + read);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.type().order());
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = header.type().value(buffer, i * width);
        }
        return values;
    }

    /** @throws UnreadableNpy if something follows the values */
    public void requireEnd() throws IOException {
        if (in.read() >= 0) {
            throw new UnreadableNpy(
                    "the file goes on after the " + header.count() + " values that its header announces");
        }
    }
}
