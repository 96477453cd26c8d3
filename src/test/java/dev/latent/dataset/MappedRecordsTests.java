package dev.latent.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedRecordsTests {
    @TempDir
    Path folder;

    @Test
    void aLongFileHasSeveralMappings() throws IOException {
        Path file = Files.write(folder.resolve("values"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

        MappedRecords records = MappedRecords.map(file, 2, 2);

        assertThat(records.count()).isEqualTo(5);
        assertThat(records.mapping(1)).isNotSameAs(records.mapping(2));
        for (int i = 0; i < 5; i++) {
            assertThat(records.mapping(i).get(records.offset(i))).isEqualTo((byte) (2 * i));
        }
    }

    @Test
    void aRecordBeyondTheLastIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("values"), new byte[4]);

        assertThatThrownBy(() -> MappedRecords.map(file, 2).mapping(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void halfARecordIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("values"), new byte[3]);

        assertThatThrownBy(() -> MappedRecords.map(file, 2)).hasMessageContaining("not whole records");
    }
}
