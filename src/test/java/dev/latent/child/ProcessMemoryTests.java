package dev.latent.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMemoryTests {
    @Test
    void thePagesOfAMappedDatasetDoNotCount() {
        String status = "VmRSS:\t  900000 kB\nRssAnon:\t  300000 kB\nRssFile:\t  600000 kB\n";

        assertThat(ProcessMemory.fromStatus(status)).hasValue(300_000L * 1024);
    }

    @Test
    void aProcessThatHasEndedTellsNothing() {
        assertThat(ProcessMemory.fromStatus("Name:\tjava\nState:\tZ (zombie)\n"))
                .isEmpty();
    }
}
