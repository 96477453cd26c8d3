package dev.latent.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of records of one size, mapped into memory: it costs address space, not heap. A mapping ends at 2 GB, so a
 * longer file has several, each of whole records.
 */
final class MappedRecords {
    private static final int MAPPING_BYTES = 1 << 30;

    private final int recordBytes;
    private final int count;
    private final int recordsPerMapping;
    private final ByteBuffer[] mappings;

    private MappedRecords(int recordBytes, int count, int recordsPerMapping, ByteBuffer[] mappings) {
        this.recordBytes = recordBytes;
        this.count = count;
        this.recordsPerMapping = recordsPerMapping;
        this.mappings = mappings;
    }

    static MappedRecords map(Path file, int recordBytes) throws IOException {
        return map(file, recordBytes, Math.max(1, MAPPING_BYTES / recordBytes));
    }

    static MappedRecords map(Path file, int recordBytes, int recordsPerMapping) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long bytes = channel.size();
            if (bytes % recordBytes != 0 || bytes / recordBytes > Integer.MAX_VALUE) {
                throw new IOException(file + " holds " + bytes + " bytes, not whole records of " + recordBytes);
            }
            int count = (int) (bytes / recordBytes);
            ByteBuffer[] mappings = new ByteBuffer[(count + recordsPerMapping - 1) / recordsPerMapping];
            for (int i = 0; i < mappings.length; i++) {
                long from = (long) i * recordsPerMapping * recordBytes;
                long length = Math.min((long) recordsPerMapping * recordBytes, bytes - from);
                mappings[i] =
                        channel.map(FileChannel.MapMode.READ_ONLY, from, length).order(ByteOrder.LITTLE_ENDIAN);
            }
            return new MappedRecords(recordBytes, count, recordsPerMapping, mappings);
        }
    }

    int count() {
        return count;
    }

    /** The mapping that holds a record; read it by absolute index only, as threads share it. */
    ByteBuffer mapping(int index) {
        Objects.checkIndex(index, count);
        return mappings[index / recordsPerMapping];
    }

    /** Where in its mapping a record starts. */
    int offset(int index) {
        return index % recordsPerMapping * recordBytes;
    }
}
