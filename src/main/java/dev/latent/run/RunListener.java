package dev.latent.run;

/** Hears what a run reports. */
@FunctionalInterface
public interface RunListener {
    void report(RunReport report);
}
