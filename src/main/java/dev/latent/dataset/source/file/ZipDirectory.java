package dev.latent.dataset.source.file;

import dev.latent.dataset.DatasetRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * How many entries a zip file's directory has, found by the record at its end (APPNOTE 4.3.12 to 4.3.16). A reader takes
 * memory for each, so a directory of millions is refused before one is opened; what the record itself says of their
 * number nobody has to believe.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES = 1 << 16;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    /** The directory's size, which its offset follows. */
    private static final int SIZE_IN_END = 12;

    private static final int OFFSET_IN_LOCATOR = 8;
    private static final int OFFSET_IN_LARGE_END = 48;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    /** Where an entry says how long its name is, and after that its extra field and its comment. */
    private static final int LENGTHS_IN_ENTRY = 28;

    private ZipDirectory() {}

    /** @param most how many are counted, and one more */
    static int entries(SeekableByteChannel zip, String path, int most) throws IOException {
        zip.position(Math.max(0, Math.min(zip.size(), start(zip, path))));
        InputStream in = new BufferedInputStream(Channels.newInputStream(zip), 1 << 16);
        int count = 0;
        while (count <= most) {
            byte[] entry = in.readNBytes(ENTRY_BYTES);
            ByteBuffer header = ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN);
            if (entry.length < ENTRY_BYTES || header.getInt(0) != ENTRY_SIGNATURE) {
                return count;
            }
            for (int i = 0; i < 3; i++) {
                in.skip(header.getShort(LENGTHS_IN_ENTRY + 2 * i) & 0xFFFF);
            }
            count++;
        }
        return count;
    }

    /** Where the reader of archives will look for it, whatever stands in front of an archive. */
    private static long start(SeekableByteChannel zip, String path) throws IOException {
        long tailStart = Math.max(0, zip.size() - END_BYTES - COMMENT_BYTES);
        ByteBuffer tail = read(zip, tailStart, (int) (zip.size() - tailStart));
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                long end = tailStart + at;
                ByteBuffer locator = read(zip, Math.max(0, end - LOCATOR_BYTES), LOCATOR_BYTES);
                if (locator.limit() == LOCATOR_BYTES && locator.getInt(0) == LOCATOR_SIGNATURE) {
                    return startOfLarge(zip, locator.getLong(OFFSET_IN_LOCATOR), path);
                }
                long size = tail.getInt(at + SIZE_IN_END) & 0xFFFFFFFFL;
                return Math.max(end - size, tail.getInt(at + SIZE_IN_END + Integer.BYTES) & 0xFFFFFFFFL);
            }
        }
        throw new DatasetRefused(path, "this is no zip file, or it is cut off");
    }

    private static long startOfLarge(SeekableByteChannel zip, long largeEnd, String path) throws IOException {
        ByteBuffer offset = read(zip, Math.max(0, largeEnd) + OFFSET_IN_LARGE_END, Long.BYTES);
        if (offset.limit() == Long.BYTES) {
            return offset.getLong(0);
        }
        throw new DatasetRefused(path, "the zip file's directory is broken");
    }

    private static ByteBuffer read(SeekableByteChannel zip, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        zip.position(from);
        while (bytes.hasRemaining() && zip.read(bytes) >= 0) {
            // as much as there is
        }
        return bytes.flip();
    }
}
