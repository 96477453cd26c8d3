package dev.latent.dataset.source.file;

import dev.latent.dataset.DatasetRefused;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The content of a file, unpacked where it is gzipped, which its first bytes tell.
 *
 * @param packed whether it was gzipped
 */
public record Unpacked(InputStream in, boolean packed) {
    private static final int BUFFER_BYTES = 1 << 16;

    public static Unpacked open(SourceFile file) throws IOException {
        InputStream raw = new BufferedInputStream(file.open(), BUFFER_BYTES);
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            return packed
                    ? new Unpacked(new BufferedInputStream(new GZIPInputStream(raw, BUFFER_BYTES), BUFFER_BYTES), true)
                    : new Unpacked(raw, false);
        } catch (ZipException | EOFException e) {
            raw.close();
            throw new DatasetRefused(file.path(), "the gzip data is broken: " + e.getMessage());
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
