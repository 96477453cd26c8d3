package dev.latent.bench;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.report.Provenance;
import java.lang.management.ManagementFactory;

/**
 * Where and when something was measured.
 *
 * @param load the operating system's, before: above 0.5 others were at work, and the figures are no more than smoke
 */
public record Machine(@JsonUnwrapped Provenance measured, double load) {
    static Machine here(Provenance atStart) {
        return new Machine(
                atStart.now(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    @Override
    public String toString() {
        return "%s, %d cores, %s, JDK %s, commit %s, %s, load before %.1f"
                .formatted(
                        measured.processor(),
                        measured.cores(),
                        measured.system(),
                        measured.java(),
                        measured.commit(),
                        measured.at(),
                        load);
    }
}
