package dev.latent.dataset.source.idx;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.Unpacked;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * An IDX file of unsigned bytes, plain or gzipped: two zero bytes, the type, the number of dimensions, the dimensions
 * as big-endian int32, the values. It is read piece by piece, so what the header claims takes no memory.
 */
final class IdxFile implements Closeable {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int MAX_DIMENSIONS = 4;

    private final String path;
    private final DataInputStream in;
    private int[] dimensions = {};
    private int read;

    private IdxFile(String path, DataInputStream in) {
        this.path = path;
        this.in = in;
    }

    /** Opens the file and checks its header, against the file's size where it is not packed. */
    static IdxFile open(SourceFile source) throws IOException {
        Unpacked unpacked = Unpacked.open(source);
        IdxFile idx = new IdxFile(source.path(), new DataInputStream(unpacked.in()));
        try {
            idx.dimensions = idx.readDimensions();
            if (!unpacked.packed()) {
                idx.requireFileSize(source.size());
            }
            return idx;
        } catch (IOException e) {
            idx.close();
            throw idx.refusal(e, "the file ends within its header");
        }
    }

    private int[] readDimensions() throws IOException {
        int magic = in.readInt();
        int type = magic >> 8 & 0xFF;
        int count = magic & 0xFF;
        if (magic >>> 16 != 0 || count < 1 || count > MAX_DIMENSIONS) {
            throw new DatasetRefused(path, "this is no IDX file: it starts with %08x".formatted(magic));
        }
        if (type != UNSIGNED_BYTE) {
            throw new DatasetRefused(
                    path, "IDX values of type 0x%02x are not taken, only unsigned bytes (0x08)".formatted(type));
        }
        int[] sizes = new int[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = in.readInt();
        }
        requirePlausible(sizes);
        return sizes;
    }

    private void requirePlausible(int[] sizes) throws DatasetRefused {
        long recordBytes = 1;
        for (int i = 0; i < sizes.length; i++) {
            recordBytes *= i == 0 ? 1 : sizes[i];
            if (sizes[i] < 1 || recordBytes > Integer.MAX_VALUE) {
                throw new DatasetRefused(
                        path,
                        "the header says that the dimensions are "
                                + Arrays.stream(sizes)
                                        .mapToObj(Integer::toUnsignedString)
                                        .toList()
                                + "; each is at least 1, and neither the first nor what the others span above "
                                + Integer.MAX_VALUE);
            }
        }
    }

    private void requireFileSize(long bytes) throws DatasetRefused {
        long announced = Integer.BYTES * (1L + dimensions.length) + (long) count() * recordBytes();
        if (announced != bytes) {
            throw new DatasetRefused(
                    path,
                    "the header announces " + Arrays.toString(dimensions) + ", which is " + announced
                            + " bytes, but the file has " + bytes);
        }
    }

    int[] dimensions() {
        return dimensions;
    }

    /** The first dimension. */
    int count() {
        return dimensions[0];
    }

    /** Bytes of one entry along the first dimension. */
    int recordBytes() {
        int bytes = 1;
        for (int i = 1; i < dimensions.length; i++) {
            bytes *= dimensions[i];
        }
        return bytes;
    }

    /** The next records. */
    byte[] next(int records) throws IOException {
        try {
            byte[] bytes = in.readNBytes(Math.multiplyExact(records, recordBytes()));
            read += bytes.length / recordBytes();
            if (bytes.length < records * recordBytes()) {
                throw new EOFException();
            }
            return bytes;
        } catch (IOException e) {
            throw refusal(e, "the header announces " + count() + " entries, the file ends after " + read);
        }
    }

    /** After the last record: nothing may follow. */
    void requireEnd() throws IOException {
        try {
            if (in.read() >= 0) {
                throw new DatasetRefused(path, "the file goes on after the " + count() + " entries it announces");
            }
        } catch (IOException e) {
            throw refusal(e, "the file ends too early");
        }
    }

    private IOException refusal(IOException e, String atTheEnd) {
        if (e instanceof EOFException) {
            return new DatasetRefused(path, atTheEnd);
        }
        return e instanceof ZipException ? new DatasetRefused(path, "the gzip data is broken: " + e.getMessage()) : e;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
