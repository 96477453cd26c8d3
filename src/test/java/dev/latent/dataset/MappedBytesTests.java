package dev.latent.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedBytesTests {
    @TempDir
    Path home;

    @Test
    void aRecordLiesInOneMappingThoughItReachesIntoTheNextOne() throws IOException {
        byte[] bytes = new byte[100];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        MappedBytes mapped = MappedBytes.map(Files.write(home.resolve("values"), bytes), 16, 10);

        for (int begin = 0; begin <= 90; begin++) {
            byte[] record = new byte[10];
            mapped.mapping(begin).get(mapped.offset(begin), record);
            assertThat(record[0]).isEqualTo((byte) begin);
            assertThat(record[9]).isEqualTo((byte) (begin + 9));
        }
    }
}
