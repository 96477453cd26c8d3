package dev.latent.dataset.source.file;

import dev.latent.dataset.DatasetRefused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/**
 * A file in an archive.
 *
 * @param shown what messages call it
 */
record ZipEntryFile(ZipFile zip, ZipArchiveEntry entry, String path, String shown) implements SourceFile {
    @Override
    public long size() {
        return entry.getSize();
    }

    @Override
    public InputStream open() throws IOException {
        try {
            InputStream checked = ChecksumInputStream.builder()
                    .setChecksum(new CRC32())
                    .setExpectedChecksumValue(entry.getCrc())
                    .setCountThreshold(entry.getSize())
                    .setInputStream(zip.getInputStream(entry))
                    .get();
            return new Inflated(checked, Math.max(1, entry.getCompressedSize()));
        } catch (ZipException e) {
            throw new DatasetRefused(shown, "it can't be unpacked: " + e.getMessage());
        }
    }

    /** Refuses an entry that grows beyond what data does, and names the entry where its packing is broken. */
    private final class Inflated extends FilterInputStream {
        private static final long ALWAYS_FINE = 8L << 20;
        private static final int MOST_RATIO = 250;

        private final long packed;
        private long read;

        Inflated(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                int count = super.read(target, offset, length);
                read += Math.max(0, count);
                if (read > ALWAYS_FINE && read / packed > MOST_RATIO) {
                    throw DatasetRefused.tooLarge(shown, "unpacked it is over " + MOST_RATIO + " times as long");
                }
                return count;
            } catch (DatasetRefused e) {
                throw e;
            } catch (IOException e) {
                throw new DatasetRefused(shown, "it can't be unpacked: " + e.getMessage());
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
