package dev.latent.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file of records of any size, mapped into memory: it costs address space, not heap. A mapping ends at 2 GB, so a longer
 * file has several, each of which reaches as far into the next one as the longest record may.
 */
final class MappedBytes {
    private static final long APART = 1 << 30;

    private final long apart;
    private final ByteBuffer[] mappings;

    private MappedBytes(long apart, ByteBuffer[] mappings) {
        this.apart = apart;
        this.mappings = mappings;
    }

    static MappedBytes map(Path file) throws IOException {
        return map(file, APART, Integer.MAX_VALUE - APART);
    }

    /**
     * @param apart how far apart mappings begin
     * @param longest bytes of a record
     */
    static MappedBytes map(Path file, long apart, long longest) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long bytes = channel.size();
            ByteBuffer[] mappings = new ByteBuffer[(int) ((bytes + apart - 1) / apart)];
            for (int i = 0; i < mappings.length; i++) {
                long from = i * apart;
                mappings[i] = channel.map(FileChannel.MapMode.READ_ONLY, from, Math.min(apart + longest, bytes - from))
                        .order(ByteOrder.LITTLE_ENDIAN);
            }
            return new MappedBytes(apart, mappings);
        }
    }

    /** The mapping that holds the record that begins there; read it by absolute index only, as threads share it. */
    ByteBuffer mapping(long begin) {
        return mappings[(int) (begin / apart)];
    }

    /** Where in its mapping a record begins. */
    int offset(long begin) {
        return (int) (begin % apart);
    }
}
