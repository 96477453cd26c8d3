package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * How many bytes a zip file's directory takes, read from the record at its end (APPNOTE 4.3.14 to 4.3.16). A reader
 * takes memory for each entry, so a directory of millions is refused before one is opened.
 */
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES = 1 << 16;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int OFFSET_IN_END = 16;
    private static final int OFFSET_IN_LOCATOR = 8;
    private static final int OFFSET_IN_LARGE_END = 48;
    private static final long ELSEWHERE = 0xFFFFFFFFL;

    private ZipDirectory() {}

    static long bytes(SeekableByteChannel zip, String path) throws IOException {
        long tailStart = Math.max(0, zip.size() - END_BYTES - COMMENT_BYTES);
        ByteBuffer tail = read(zip, tailStart, (int) (zip.size() - tailStart));
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                long end = tailStart + at;
                long offset = tail.getInt(at + OFFSET_IN_END) & 0xFFFFFFFFL;
                return end - (offset == ELSEWHERE ? largeOffset(zip, end, path) : offset);
            }
        }
        throw new DatasetRefused(path, "this is no zip file, or it is cut off");
    }

    private static long largeOffset(SeekableByteChannel zip, long end, String path) throws IOException {
        ByteBuffer locator = read(zip, Math.max(0, end - LOCATOR_BYTES), LOCATOR_BYTES);
        if (locator.limit() == LOCATOR_BYTES && locator.getInt(0) == LOCATOR_SIGNATURE) {
            ByteBuffer offset =
                    read(zip, Math.max(0, locator.getLong(OFFSET_IN_LOCATOR)) + OFFSET_IN_LARGE_END, Long.BYTES);
            if (offset.limit() == Long.BYTES) {
                return offset.getLong(0);
            }
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
